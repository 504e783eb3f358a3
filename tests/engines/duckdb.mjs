// Runs a query over the tables of a data set and prints its rows as JSON: `node duckdb.mjs FOLDER QUERY`.
import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, query] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const tables = {
  organizations: 'organizations/*.parquet',
  lines: 'lines/*.parquet',
  headcounts: 'headcounts/*.parquet',
  targets: 'targets/*.parquet',
  results: 'results/*/*.parquet',
  candidates: 'candidates/*/*.parquet',
};
for (const [name, files] of Object.entries(tables)) {
  await connection.run(`create view ${name} as select * from read_parquet('${folder}/${files}', hive_partitioning = true)`);
}
const reader = await connection.runAndReadAll(await readFile(query, 'utf8'));
// Whole numbers of 64 and 128 bits come as BigInt.
const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);
console.log(JSON.stringify(reader.getRowObjects(), plain));
