import 'reflect-metadata';
import { readConfig } from './server/config';
import { createDataSource } from './server/database/data-source';

const { DATABASE_URL, DATABASE_POOL } = readConfig(process.env);

/** For TypeORM's command line, on the server that DATABASE_URL names. */
export default createDataSource({ url: DATABASE_URL ?? 'postgres://localhost/vis_a_vis' }, DATABASE_POOL);
