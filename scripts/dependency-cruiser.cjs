// Who may import whom: rooms in their order and through their doors, the domain without GraphQL, no circle.
const rooms = [
  'identity',
  'templates',
  'audited-services',
  'auditors',
  'campaigns',
  'matching',
  'audits',
  'evidence',
  'measures',
  'findings',
  'reports',
  'corrective-actions',
  'follow-up',
  'radiation-events',
  'surveys',
  'outside-recommendations',
  'practices',
  'synthesis',
  'campaign-progress',
];
const later = rooms.map((room, index) => ({
  name: `${room}-imports-only-earlier-rooms`,
  comment: 'Rooms have an order: a room imports only rooms before it.',
  severity: 'error',
  from: { path: `^server/${room}/` },
  to: { path: `^server/(${rooms.slice(index + 1).join('|') || '(?!)'})/` },
}));
const doors = rooms.map((room) => ({
  name: `${room}-through-its-door`,
  comment: 'A room is entered through its index.ts; entities are listed for the database alone.',
  severity: 'error',
  from: {
    path: '^(server|schema)/',
    pathNot: `^server/(${room}/|database/entities|app\\.ts|graphql/|identity/)`,
  },
  to: { path: `^server/${room}/`, pathNot: `^server/${room}/index\\.ts$` },
}));
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^server/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-knows-no-graphql',
      comment: 'The domain would survive a change of GraphQL library.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(graphql/|app\\.ts|http/)' },
      to: { path: '(^schema/|node_modules/(graphql|type-graphql|@apollo)/)' },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^server/kernel/' },
      to: { path: '^server/(?!kernel/)' },
    },
    {
      name: 'schema-goes-through-doors',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^server/database/' },
    },
    ...later.slice(0, -1),
    ...doors,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
