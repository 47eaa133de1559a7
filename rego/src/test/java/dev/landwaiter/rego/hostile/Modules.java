package dev.landwaiter.rego.hostile;

import static dev.landwaiter.rego.hostile.Made.many;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Modules with too much of something.
final class Modules {
  private Modules() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.module(
            "rules in a row",
            () ->
                many(10_000, "", i -> "r" + (i + 1) + " := r" + i + "\n")
                    + "r0 := 1\nx := r10000\n"));
    rows.add(
        Row.module(
            "functions in a row",
            () ->
                many(10_000, "", i -> "f" + (i + 1) + "(a) := f" + i + "(a) + 1\n")
                    + "f0(a) := a\nx := f10000(1)\n"));
    rows.add(
        Row.module(
            "comprehensions in a row",
            () ->
                many(3_000, "", i -> "r" + (i + 1) + " := [a | a := r" + i + "[_]]\n")
                    + "r0 := [1]\nx := r3000\n"));
    rows.add(
        Row.module(
            "many elses",
            () ->
                "x := 0 if 1 == 2"
                    + many(100_000, "", i -> " else := " + i + " if 1 == 2")
                    + " else := 5\n"));
    rows.add(
        Row.module(
            "many rules of a name",
            () -> many(50_000, "", i -> "x := " + i + " if input == " + i + "\n")));
    rows.add(
        Row.module(
            "many rules", () -> many(100_000, "", i -> "r" + i + " := " + i + "\n") + "x := r5\n"));
    rows.add(
        Row.module(
            "many imports",
            () -> many(50_000, "", i -> "import data.a.b" + i + "\n") + "x := 5\n"));
    rows.add(
        new Row(
            "many modules",
            () ->
                IntStream.range(0, 3_000)
                    .mapToObj(i ->
                        "package p.q"
                            + i
                            + "\nimport data.p.q"
                            + (i + 1)
                            + "\nx := 1 if q"
                            + (i + 1)
                            + "\n")
                    .toList(),
            () -> "null"));
    rows.add(
        Row.module(
            "a long body",
            () -> "x if {\n" + many(5_000, "\n", i -> "a" + i + " := " + i) + "\n}\n"));
    rows.add(
        Row.module(
            "a long chain of unknowns",
            () ->
                "x if {\n"
                    + many(3_000, "\n", i -> "a" + i + " = a" + (i + 1))
                    + "\na3000 = 1\n}\n"));
    rows.add(
        Row.module(
            "a long chain backwards",
            () ->
                "x if {\n"
                    + many(3_000, "\n", i -> "a" + i + " = a" + (i + 1) + " + 1")
                    + "\na3000 = 1\n}\n"));
    rows.add(Row.module("a long line", () -> "x := \"" + "a".repeat(10_000_000) + "\"\n"));
    rows.add(
        Row.module(
            "a long comment",
            () -> "# METADATA\n# title: " + "a".repeat(10_000_000) + "\nx := 1\n"));
    rows.add(Row.module("a long array", () -> "x := [" + many(200_000, ",", i -> "" + i) + "]\n"));
    rows.add(
        Row.module(
            "a long array of unknowns",
            () -> "x := y if { input = z; y := [" + many(50_000, ",", i -> "z") + "] }\n"));
    rows.add(Row.module("a long set", () -> "x := {" + many(200_000, ",", i -> "" + i) + "}\n"));
    rows.add(
        Row.module(
            "a long object",
            () -> "x := {" + many(100_000, ",", i -> "\"k" + i + "\":" + i) + "}\n"));
    rows.add(Row.module("a long sum", () -> "x := 1" + " + 1".repeat(50_000) + "\n"));
    rows.add(Row.module("a long union", () -> "x := {1}" + " | {2}".repeat(5_000) + "\n"));
    rows.add(Row.module("a long reference", () -> "x := input" + ".a".repeat(50_000) + "\n"));
    rows.add(Row.module("a long package", () -> "y := 1\nx" + ".a".repeat(5_000) + " := 1\n"));
    rows.add(Row.module("deep values", () -> "x := " + "[".repeat(240) + "]".repeat(240) + "\n"));
    rows.add(
        Row.module(
            "deep calls", () -> "x := " + "abs(".repeat(240) + "1" + ")".repeat(240) + "\n"));
    rows.add(
        Row.module(
            "deep references",
            () -> "x := y if { y := " + "input[".repeat(240) + "1" + "]".repeat(240) + " }\n"));
    rows.add(
        Row.module(
            "deep comprehensions",
            () -> "x := " + "[1 | ".repeat(100) + "true" + "]".repeat(100) + "\n"));
    rows.add(
        Row.module(
            "deep comprehensions over unknowns",
            () -> "x := " + "[a | a := input[_]; b := ".repeat(60) + "1" + "]".repeat(60) + "\n"));
    rows.add(
        Row.module(
            "deep every",
            () -> "x if { " + "every a in [1, 2] { ".repeat(60) + "true" + "}".repeat(60) + "}\n"));
    rows.add(
        Row.module(
            "many withs",
            () ->
                "y := input\nx := y"
                    + many(5_000, "", i -> " with input.a" + i + " as " + i)
                    + "\n"));
    rows.add(
        Row.module(
            "withs of rules",
            () ->
                many(2_000, "", i -> "r" + (i + 1) + " := r" + i + " with input as " + i + "\n")
                    + "r0 := input\nx := r2000\n"));
    rows.add(
        Row.module(
            "withs of functions",
            () ->
                many(
                        1_000,
                        "",
                        i ->
                            "f"
                                + (i + 1)
                                + "(a) := f"
                                + i
                                + "(a) with data.p.g as f0 with count as 5\n")
                    + "g(a) := a\nf0(a) := g(a)\nx := f1000(1)\n"));
    rows.add(
        Row.module(
            "a function that replaces itself",
            () -> "f(a) := count(a)\nx := y if y := f([1]) with count as f\n"));
    rows.add(
        Row.module(
            "functions that replace each other",
            () ->
                "f(a) := count(a)\ng(a) := sum(a)\nx := y if y := f([1]) with count as g with sum as f\n"));
    rows.add(
        Row.module(
            "arguments",
            () ->
                "f("
                    + many(3_000, ",", i -> "a" + i)
                    + ") := a0\nx := f("
                    + many(3_000, ",", i -> "" + i)
                    + ")\n"));
    rows.add(
        Row.module(
            "heads of many keys",
            () -> many(20_000, "", i -> "y.a" + i + ".b := " + i + "\n") + "x := count(y)\n"));
    rows.add(
        Row.module(
            "conflicts",
            () ->
                many(2_000, "", i -> "y[a] := b if { some a in [1, 2]; b := " + i + " }\n")
                    + "x := y\n"));
    rows.add(
        Row.module(
            "many errors",
            () -> many(20_000, "", i -> "r" + i + " := unknown" + i + "(1)\n") + "x := 1\n"));
    rows.add(
        Row.module(
            "many unsafe",
            () -> "x if { " + many(5_000, "; ", i -> "a" + i + " > b" + i) + " }\n"));
    rows.add(
        Row.module(
            "many type errors",
            () -> many(20_000, "", i -> "r" + i + " := 1 + \"a\"\n") + "x := 1\n"));
    rows.add(Row.module("many templates", () -> "x := $\"" + "{input}".repeat(5_000) + "\"\n"));
    rows.add(
        Row.module(
            "templates that multiply",
            () -> "x := $\"" + many(40, "", _ -> "{{1, 2}[_]}") + "\"\n"));
    rows.add(
        Row.module(
            "types that multiply",
            () ->
                "x := y if { "
                    + many(
                        60,
                        "; ",
                        i ->
                            "a" + i + " := {\"a\": [1, \"x\", null][_], \"b\": [1, {\"c\": 1}][_]}")
                    + "; y := ["
                    + many(60, ",", i -> "a" + i)
                    + "][_][_] }\n"));
    rows.add(
        Row.module(
            "failures of functions",
            () -> "x := [1 | some i in numbers.range(1, 10000000); to_number(\"a\")]\n"));
    return rows;
  }
}
