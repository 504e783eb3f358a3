"""Runs a query over the tables of data sets and prints their rows as JSON: `python spark.py QUERY FOLDER…`.

How many workers there are, and everything else of the session, is for whoever submits it to say.
"""

import json
import os
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession, functions

# Tables with the columns that tell organizations apart.
TABLES = {
    "organizations": ["id", "parent"],
    "lines": ["organization", "above"],
    "headcounts": ["organization"],
    "targets": ["organization"],
    "results": ["organization"],
    "candidates": ["cell"],
}


def register(spark, folder):
    """Makes a view of each table; of several provinces, what is numbered in each gets the province in front."""
    for table, keys in TABLES.items():
        rows = spark.read.parquet(f"{folder}/{table}")
        if "province" in rows.columns:
            unique = {key: functions.expr(f"province || '/' || {key}") for key in keys}
            if table == "targets":
                unique["position"] = functions.expr("province || '/' || lpad(cast(position as string), 9, '0')")
            rows = rows.withColumns(unique)
        rows.createOrReplaceTempView(table)


def main(query, *folders):
    # What Java says goes beside the answer, not into it.
    answer = os.dup(1)
    os.dup2(2, 1)
    start = time.monotonic()
    spark = SparkSession.builder.getOrCreate()
    text = Path(query).read_text(encoding="utf-8")
    times, found = [time.monotonic() - start], []
    for folder in folders:
        start = time.monotonic()
        register(spark, folder)
        found.append([row.asDict() for row in spark.sql(text).collect()])
        times.append(time.monotonic() - start)
    begun, *each = (f"{seconds:.1f} s" for seconds in times)
    said = f"Spark {spark.version}, {spark.sparkContext.master}: ready after {begun}, queries {', '.join(each)}"
    print(said, file=sys.stderr)
    spark.stop()
    with open(answer, "w", encoding="utf-8") as out:
        json.dump(found, out, default=str)


main(*sys.argv[1:])
