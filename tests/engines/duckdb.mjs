// Runs a query over the tables of data sets and prints their rows as JSON: `node duckdb.mjs QUERY FOLDER…`.
import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';

const [query, ...folders] = process.argv.slice(2);
// Tables with the columns that tell organizations apart.
const tables = {
  organizations: ['id', 'parent'],
  lines: ['organization', 'above'],
  headcounts: ['organization'],
  targets: ['organization'],
  results: ['organization'],
  candidates: ['cell'],
};
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const rows = async (text) => (await connection.runAndReadAll(text)).getRowObjects();

/** Makes a view of each table; of several provinces, what is numbered in each gets the province in front. */
async function register(folder) {
  for (const [name, keys] of Object.entries(tables)) {
    const files = `read_parquet('${folder}/${name}/**/*.parquet', hive_partitioning = true, hive_types_autocast = false)`;
    const columns = (await rows(`describe select * from ${files}`)).map((row) => row.column_name);
    const unique = keys.map((key) => `province || '/' || ${key} as ${key}`);
    if (name === 'targets') unique.push(`province || '/' || lpad(cast(position as varchar), 9, '0') as position`);
    const shown = columns.includes('province') ? `* replace (${unique.join(', ')})` : '*';
    await connection.run(`create or replace view ${name} as select ${shown} from ${files}`);
  }
}

const start = performance.now();
const found = [];
for (const folder of folders) {
  await register(folder);
  found.push(await rows(await readFile(query, 'utf8')));
}
const [{ version }] = await rows('select version() as version');
console.error(`DuckDB ${version}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
// Whole numbers of 64 and 128 bits come as BigInt.
const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);
console.log(JSON.stringify(found, plain));
