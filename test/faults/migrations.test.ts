import { Column, type DataSource, Entity, PrimaryColumn } from 'typeorm';
import { entities } from '../../server/database/entities';
import { migrations } from '../../server/database/migrations';
import { fillEveryTable } from './rows-of-every-table';
import { onDataSource, openScratchServer, type ScratchServer } from './scratch-server';

// The nouns of the design, and the parts that a noun keeps in a table of its own.
const NOUNS = `
  Person Account RoleGrant IdempotencyKey TrailEntry TrailChain TrailLeaf TrailPayload Checkpoint TrailKey Operation OperationProblem
  AccountSession RefreshToken SignInAttempt SecondFactor RecoveryCode OwnPassword AccountIdentity AccountInvitation OidcFlow
  ClientProgram ClientSecret
  AuditTemplate TemplateVersion Section Criterion CriterionLineage Scale EvidenceKind VerificationLevel ReferenceText ReferenceFamily Crosswalk
  ConflictRule DeadlineRule
  Organisation OrganisationLink AuditedService ServiceOrganisation
  Auditor AuditorUnavailability Affiliation DeclarationOfInterests Interest
  MatchingSettings StaffingNeed MatchingDecision MatchingRun MatchingSnapshot MatchingResult ProposedTeam ProposedMember
  Campaign Application Conflict ConflictFact ConflictAlert Audit Assignment Recusal Grade GradeDifference CriterionMeasure SectionSubmission Evidence EvidenceCriterion
  Upload UploadPart FileBlob EvidenceFile DownloadTicket
  EvidenceScan EvidenceScanDecision EvidenceRequest EvidenceRequestCriterion EvidenceAnswer AnsweringEvidence EvidenceVerdict EvidenceValidity
  ExamType DosePopulation ReferenceLevelSource ReferenceLevel DoseKey DoseImport DoseRefusal DoseRecord ProtocolMapping
  CaseSample CaseDrawSecret CaseListRecord SampledCase CaseReview CaseReviewSubmission CaseOutcome
  RuleSetting Synthesis ServiceComparison DisclosedGroup
  CampaignContradictoryRule Finding FindingReply FindingReplyVersion FindingReplyEvidence ReportSignature ReportAmendment
  Report CorrectiveAction CorrectiveActionNote
  Job
  CorrectiveActionOwner CorrectiveActionDependency WaiverExtension EffectivenessCheck CorrectiveActionRelapse
  DocumentaryFollowUp FollowUpItem
  EventCriterion RadiationEvent RadiationEventCriterion RadiationEventFinding EventLesson PanelCase ScaleDefinition ScaleTrial
  SurveyForm Survey SurveyParticipation SurveyAnswer
  SharedPractice OutsideRecommendation OutsideRecommendationCriterion OutsideRecommendationNote
`
  .trim()
  .split(/\s+/);

/** Tables that their migration fills from rows of earlier ones. */
const FILLED = ['finding_reply_version'];

const snakeCase = (noun: string) => noun.replace(/(?<!^)[A-Z]/g, (capital) => `_${capital}`).toLowerCase();

let server: ScratchServer;

beforeAll(async () => {
  server = await openScratchServer();
});

afterAll(async () => {
  await server.close();
});

/** A fresh database at the level of the first `count` migrations. */
async function atLevel<T>(count: number, act: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const address = await server.makeDatabase();
  return onDataSource(address, { migrations: migrations.slice(0, count) }, async (dataSource) => {
    await dataSource.runMigrations();
    return act(dataSource);
  });
}

// Constraints and indexes are written by hand in the migrations and deliberately unknown to the classes; TypeORM would
// drop each of them, and proposes nothing else as long as tables, columns, types and defaults agree.
const HAND_WRITTEN = /^(ALTER TABLE "\w+" DROP CONSTRAINT "\w+"|DROP INDEX "public"\."\w+")$/;

/** What TypeORM would change to make the database like the classes. */
async function driftOf(dataSource: DataSource): Promise<string[]> {
  const proposed = await dataSource.driver.createSchemaBuilder().log();
  return proposed.upQueries.map(({ query }) => query).filter((query) => !HAND_WRITTEN.test(query));
}

/** `table.column` of every column that the database has, the list of migrations left out. */
async function columnsOf(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ place: string }[]>(
    `select table_name || '.' || column_name as place from information_schema.columns
     where table_schema = 'public' and table_name <> 'migration'`,
  );
  return rows.map((row) => row.place).sort();
}

/** Each CHECK that lists the values of one column: `table.column` → the values in order of the alphabet. */
async function checkedLists(dataSource: DataSource): Promise<Map<string, string[]>> {
  const rows = await dataSource.query<{ table: string; definition: string }[]>(
    `select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace order by 1, 2`,
  );
  const lists = new Map<string, string[]>();
  for (const { table, definition } of rows) {
    const [, column, values] = /^CHECK \(\((\w+) = ANY \(ARRAY\[([^\]]+)\]\)\)\)$/.exec(definition) ?? [];
    if (!column || !values) continue;
    lists.set(
      `${table}.${column}`,
      Array.from(values.matchAll(/'(\w+)'::text/g), (match) => match[1] ?? '').sort(),
    );
  }
  return lists;
}

/** Everything the migrations make, as text: columns, constraints, indexes, triggers, functions, sequences. */
async function structureOf(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ line: string }[]>(`
    select format('column %s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public' and table_name <> 'migration'
    union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'migration'
    union all select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration'
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
    union all select format('sequence %s', relname) from pg_class
      where relkind = 'S' and relnamespace = 'public'::regnamespace and relname <> 'migration_id_seq'
    order by 1`);
  return rows.map((row) => row.line);
}

/** Number of rows and a checksum over all of them, for each table. */
async function contentOf(dataSource: DataSource, tables: readonly string[]): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const table of tables) {
    const [row] = await dataSource.query<{ content: string }[]>(
      `select count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as content
       from ${table} t`,
    );
    content[table] = row?.content ?? 'unread';
  }
  return content;
}

async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ tablename: string }[]>(
    `select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  );
  return rows.map((row) => row.tablename).sort();
}

describe('migrations and classes', () => {
  it('agree on every table, column, type and default', async () => {
    await atLevel(migrations.length, async (dataSource) => {
      expect(await driftOf(dataSource)).toEqual([]);

      const known = dataSource.entityMetadatas.flatMap((metadata) =>
        metadata.columns.map((column) => `${metadata.tableName}.${column.databaseName}`),
      );
      expect(await columnsOf(dataSource)).toEqual(known.sort());
    });
  });

  it('agree on every list of values', async () => {
    await atLevel(migrations.length, async (dataSource) => {
      const known = dataSource.entityMetadatas.flatMap((metadata) =>
        metadata.columns
          .filter((column) => column.enum)
          .map(
            (column) =>
              [`${metadata.tableName}.${column.databaseName}`, column.enum?.map(String).sort()] as const,
          ),
      );
      expect(known.length).toBeGreaterThan(0);
      expect(Object.fromEntries(await checkedLists(dataSource))).toEqual(Object.fromEntries(known));
    });
  });

  it('bear the names of the nouns', async () => {
    await atLevel(migrations.length, async (dataSource) => {
      expect(dataSource.entityMetadatas.map((metadata) => metadata.name).sort()).toEqual([...NOUNS].sort());
      expect(await tablesOf(dataSource)).toEqual(NOUNS.map(snakeCase).sort());
      for (const metadata of dataSource.entityMetadatas) {
        expect(metadata.tableName).toBe(snakeCase(metadata.name));
        for (const column of metadata.columns)
          expect(column.databaseName).toBe(snakeCase(column.propertyName));
      }
    });
  });

  it('are seen to differ when a class has a column too many, one too few and one of another type', async () => {
    @Entity({ name: 'scale' })
    class DriftedScale {
      @PrimaryColumn({ type: 'uuid', name: 'id' })
      id!: string;

      @Column({ type: 'text', name: 'code', unique: true })
      code!: string;

      @Column({ type: 'text', name: 'title_fr' })
      titleFr!: string;

      @Column({ type: 'text', name: 'title_en' })
      titleEn!: string;

      @Column({ type: 'text', name: 'nickname' })
      nickname!: string;

      @Column({ type: 'text', name: 'other', nullable: true })
      other!: string | null;

      @Column({ type: 'integer', name: 'kind' })
      kind!: number;
    }
    const address = await server.makeDatabase();
    await onDataSource(address, {}, (dataSource) => dataSource.runMigrations());
    const drifted = [...entities.filter((entity) => entity.name !== 'Scale'), DriftedScale];

    await onDataSource(address, { entities: drifted }, async (dataSource) => {
      expect(await driftOf(dataSource)).toEqual([
        'ALTER TABLE "scale" DROP COLUMN "definition"',
        'ALTER TABLE "scale" ADD "nickname" text NOT NULL',
        'ALTER TABLE "scale" ADD "other" text',
        'ALTER TABLE "scale" DROP COLUMN "kind"',
        'ALTER TABLE "scale" ADD "kind" integer NOT NULL',
      ]);
    });
  });

  it('give what they store back as the types that the classes declare', async () => {
    const javaScriptType: Record<string, string> = {
      uuid: 'string',
      text: 'string',
      date: 'string',
      timestamptz: 'string',
      integer: 'number',
      bigint: 'number',
      numeric: 'number',
      'double precision': 'number',
      boolean: 'boolean',
      jsonb: 'object',
    };
    await atLevel(migrations.length, async (dataSource) => {
      await fillEveryTable(dataSource);
      for (const metadata of dataSource.entityMetadatas) {
        const [row] = await dataSource.createQueryBuilder(metadata.target, 't').getMany();
        for (const column of metadata.columns) {
          const value: unknown = row?.[column.propertyName];
          if (value === null && column.isNullable) continue;
          const type = Array.isArray(value) ? `${typeof value[0]}[]` : typeof value;
          const declared = javaScriptType[String(column.type)] ?? 'unknown';
          expect([metadata.name, column.propertyName, type]).toEqual([
            metadata.name,
            column.propertyName,
            column.isArray ? `${declared}[]` : declared,
          ]);
          if (column.type === 'timestamptz') expect(value).toMatch(/^2026-03-29T01:59:59\.12[12]Z$/);
        }
      }
    });
  });
});

describe('down and up again', () => {
  it('goes from a full database to nothing, one migration at a time, and back', async () => {
    await atLevel(migrations.length, async (dataSource) => {
      const structure = await structureOf(dataSource);
      const tables = await fillEveryTable(dataSource);
      expect([...tables].sort()).toEqual(NOUNS.map(snakeCase).sort());
      const content = await contentOf(dataSource, tables);
      expect(Object.values(content).filter((text) => !text.startsWith('2 rows, '))).toEqual([]);

      for (let undone = 0; undone < migrations.length; undone += 1) {
        await dataSource.undoLastMigration();
        const left = await tablesOf(dataSource);
        const expected = Object.fromEntries(left.map((table) => [table, content[table]]));
        expect(await contentOf(dataSource, left)).toEqual(expected);
      }
      expect(await structureOf(dataSource)).toEqual([]);

      await dataSource.runMigrations();
      expect(await structureOf(dataSource)).toEqual(structure);
      expect(await driftOf(dataSource)).toEqual([]);
      expect(await fillEveryTable(dataSource)).toEqual(tables);
      expect(await contentOf(dataSource, tables)).toEqual(content);
    });
  });

  it.each(migrations.map((migration, index) => [migration.name, index + 1] as const))(
    'of %s as the last one leaves every earlier row as it was',
    async (_name, count) => {
      const earlier = await atLevel(count - 1, tablesOf);
      await atLevel(count, async (dataSource) => {
        const structure = await structureOf(dataSource);
        const all = await tablesOf(dataSource);
        await fillEveryTable(dataSource);
        const content = await contentOf(dataSource, earlier);

        await dataSource.undoLastMigration();
        expect(await tablesOf(dataSource)).toEqual(earlier);
        expect(await contentOf(dataSource, earlier)).toEqual(content);

        await dataSource.runMigrations();
        expect(await structureOf(dataSource)).toEqual(structure);
        expect(await contentOf(dataSource, earlier)).toEqual(content);
        const made = all.filter((table) => !earlier.includes(table) && !FILLED.includes(table));
        expect(
          Object.values(await contentOf(dataSource, made)).every((text) => text.startsWith('0 rows, ')),
        ).toBe(true);
      });
    },
  );
});
