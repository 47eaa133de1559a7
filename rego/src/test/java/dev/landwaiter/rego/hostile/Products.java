package dev.landwaiter.rego.hostile;

import static dev.landwaiter.rego.hostile.Made.many;

import java.util.List;

/// Products of collections, and functions and rules that double.
final class Products {
  private Products() {}

  static List<Row> rows() {
    return List.of(
        Row.of("[1 | input[_]; input[_]; input[_]; input[_]; input[_]]", Made::numbers),
        Row.of("{[a, b, c] | a := input[_]; b := input[_]; c := input[_]}", Made::numbers),
        Row.of("{[a, b, c]: 1 | a := input[_]; b := input[_]; c := input[_]}", Made::numbers),
        Row.of(
            "count([1 | input[_] > 300; input[_]; input[_]; input[_]; input[_]])", Made::numbers),
        Row.of(
            "[1 | a := input[_]; b := input[_]; c := input[_]; d := input[_]; a + b + c + d < 0]",
            Made::numbers),
        Row.of(
            "[1 | every a in input { every b in input { every c in input { every d in input { a + b + c + d >= 0 } } } }]",
            Made::numbers),
        Row.of(
            "[1 | walk(input, a); walk(input, b); walk(input, c); walk(input, d)]", Made::numbers),
        Row.of(
            "[[p, q, r] | walk(input, [p, _]); walk(input, [q, _]); walk(input, [r, _])]",
            Made::numbers),
        Row.of(
            "count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a * b < 0])"),
        Row.of(
            "[1 | not 1 in [2 | input[_]; input[_]; input[_]; input[_]; input[_]]]", Made::numbers),
        Row.module(
            "rules that multiply",
            () ->
                "x contains [a, b] if { some a in y; some b in y }\ny contains [a, b] if { some a in z; some b in z }\nz contains i if some i in numbers.range(1, 200)\n"),
        Row.module(
            "functions that double",
            () ->
                many(
                        60,
                        "",
                        i -> "f" + (i + 1) + "(a) := f" + i + "([a, 1]) + f" + i + "([a, 2])\n")
                    + "f0(a) := 1\nx := f60(1)\n"),
        Row.module(
            "rules in sets that grow",
            () ->
                many(
                        40,
                        "",
                        i ->
                            "s"
                                + (i + 1)
                                + " contains [a, b] if { some a in s"
                                + i
                                + "; some b in s"
                                + i
                                + " }\n")
                    + "s0 contains 1\ns0 contains 2\nx := count(s40)\n"));
  }
}
