import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name what-changes` writes a migration; a person reads it before it is committed. */
export default defineConfig({ dialect: 'postgresql', schema: './db/schema/index.ts', out: './drizzle' });
