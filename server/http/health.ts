import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';

/** `/health/live`: the process answers. `/health/ready`: and it reaches its database. */
export function healthRoutes(http: FastifyInstance, dataSource: DataSource): void {
  http.get('/health/live', () => ({ status: 'ok' }));
  http.get('/health/ready', async (_request, reply) => {
    try {
      await dataSource.query('select 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'the database does not answer' });
    }
  });
}
