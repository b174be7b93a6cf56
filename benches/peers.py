#!/usr/bin/env python3
"""Lay claimbook beside tantivy and rapidfuzz: the same claims, the same queries, one run, one core.

    pip install tantivy rapidfuzz
    cargo build --release --example speed
    taskset -c 0 python3 benches/peers.py --speed target/release/examples/speed \
        --claims CLAIMS.jsonl --queries QUERIES.jsonl --n 19250 [--fuzzy 5]

CLAIMS.jsonl has {"id", "statement", "title"?, "speaker"?} a line, of which the first n are taken;
QUERIES.jsonl has {"text"} a line. Prints a row of a Markdown table for each system. `--fuzzy` is how
many queries rapidfuzz answers, which takes seconds for each of them at a million claims.
"""
import argparse
import json
import subprocess
import tempfile
import time


def row(name, n, build, times, note=""):
    times = sorted(times)
    p50, p99 = times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)]
    print(f"| {name} | {n:,} | {build:.1f} s | {p50:.2f} ms | {p99:.2f} ms | {note} |", flush=True)


def tantivy_row(claims, queries):
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("text", tokenizer_name="en_stem")
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        index = tantivy.Index(schema.build(), path=folder)
        writer = index.writer(num_threads=1)
        for claim in claims:
            text = f"{claim.get('title') or ''}. {claim['statement']}"
            writer.add_document(tantivy.Document(id=claim["id"], text=text))
        writer.commit()
        writer.wait_merging_threads()
        build = time.process_time() - start
        index.reload()
        searcher = index.searcher()
        times = []
        for query in queries:
            # In lower case, since `IN`, `AND` and `OR` are operators.
            words = "".join(c if c.isalnum() else " " for c in query).lower()
            start = time.perf_counter()
            hits = searcher.search(index.parse_query(words, ["text"]), 10).hits
            [searcher.doc(address)["id"] for _, address in hits]
            times.append(1000 * (time.perf_counter() - start))
        row("tantivy, en_stem, on disk", len(claims), build, times)


def fuzzy_row(claims, queries):
    from rapidfuzz import fuzz, process, utils

    start = time.process_time()
    texts = [utils.default_process(f"{claim.get('title') or ''}. {claim['statement']}") for claim in claims]
    build = time.process_time() - start
    times = []
    for query in queries:
        start = time.perf_counter()
        process.extract(utils.default_process(query), texts, scorer=fuzz.token_set_ratio, processor=None, limit=10)
        times.append(1000 * (time.perf_counter() - start))
    row("rapidfuzz, token_set_ratio", len(claims), build, times, f"{len(queries)} queries")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--speed", required=True)
    parser.add_argument("--claims", required=True)
    parser.add_argument("--queries", required=True)
    parser.add_argument("--n", type=int, required=True)
    parser.add_argument("--fuzzy", type=int, default=20)
    args = parser.parse_args()
    with open(args.queries, encoding="utf-8") as file:
        queries = [json.loads(line)["text"] for line in file][:200]
    print("| system | claims | build, CPU | p50 | p99 | |\n| --- | --- | --- | --- | --- | --- |")
    done = subprocess.run([args.speed, args.claims, args.queries, str(args.n)], stdout=subprocess.PIPE, check=True)
    ours = json.loads(done.stdout)
    row("claimbook", args.n, ours["build"], ours["rank"], f"index with texts {ours['bytes'] / 1e6:.0f} MB")
    with open(args.claims, encoding="utf-8") as file:
        claims = [json.loads(line) for _, line in zip(range(args.n), file)]
    tantivy_row(claims, queries)
    fuzzy_row(claims, queries[: args.fuzzy])


main()
