package dev.landwaiter.rego.hostile;

import dev.landwaiter.rego.RegoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Policies made by chance from a seed: most compile, many hold.
final class RandomPolicy {
  static final String DATA =
      """
      {"d": {"a": [1, 2, 3, "x"], "o": {"x": 1, "y": [1, 2], "z": {"k": "v"}}, "s": "str", "n": null,
       "q": {"m": 7, "x": [0]}}, "q": {"base": 5, "o": {"x": 1}}}
      """;
  static final String INPUT =
      """
      {"a": [1, 2, "x", [1, 2]], "o": {"x": 2, "k": "v", "y": 1}, "b": true, "n": 3, "f": false}
      """;

  private static final int RULES = 7;
  private static final int TRIES = 6;

  private final Random random;
  private final List<String> scope = new ArrayList<>();
  private int rule;
  private int fresh;

  RandomPolicy(long seed) {
    random = new Random(seed);
  }

  /// The modules `p` and `q`.
  List<String> modules() {
    var first = new StringBuilder("package p\n\nimport data.d\nimport input.o as io\n\n");
    for (rule = 0; rule < RULES; rule++) {
      first.append(compiling(first.toString()));
    }
    var second = new StringBuilder("package q.z\n\nimport data.p\nimport data.p.r2 as two\n\n");
    scope.clear();
    second
        .append("t := ")
        .append(
            oneOf(
                "p.r1", "p.r3", "two", "count(p.r6)", "[v | some v in two]", "p.r0", "[p.r4, two]"))
        .append('\n');
    second
        .append("u contains k if some k, _ in ")
        .append(oneOf("two", "p.r5", "data.q.o", "p.r6"))
        .append('\n');
    return List.of(first.toString(), second.toString());
  }

  /// The rules and functions of one number that compile behind the others.
  private String compiling(String before) {
    for (int i = 0; i < TRIES; i++) {
      String rules = rules() + "\n";
      try {
        var _ = Both.compile(List.of(before + rules), "x = data.p");
        return rules;
      } catch (RegoException e) {
        // Some are unsafe, some have types that do not fit: others come by.
        fresh += 100;
      }
    }
    return "r" + rule + " := [1, \"x\"]\nf" + rule + "(a) := a\n\n";
  }

  /// What is asked of them.
  static List<String> queries() {
    var queries = new ArrayList<String>();
    for (int i = 0; i < RULES; i++) {
      queries.add("x = data.p.r" + i);
      queries.add("data.p.r" + i + "[k] = v");
    }
    queries.add("x = data.p");
    queries.add("data.q[a][b] = c");
    queries.add("x = data.q.z; not data.p.r3 == x");
    return queries;
  }

  private String oneOf(String... forms) {
    return forms[random.nextInt(forms.length)];
  }

  private String rules() {
    var text = new StringBuilder();
    int kind = random.nextInt(8);
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      scope.clear();
      text.append(rule(kind, "r" + rule)).append('\n');
    }
    if ((kind == 0 || kind == 1) && random.nextInt(3) == 0) {
      text.append("default r").append(rule).append(" := ").append(scalar()).append('\n');
    }
    scope.clear();
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      scope.clear();
      String pattern = oneOf("a", "a", "1", "[a, b]", "{\"x\": a}", "\"x\"", "[1, a]", "_");
      if (pattern.contains("a")) {
        scope.add("a");
      }
      if (pattern.contains("b")) {
        scope.add("b");
      }
      text.append("f").append(rule).append("(").append(pattern).append(") := ");
      String body = random.nextInt(3) == 0 ? "" : " if { " + body(2) + " }";
      text.append(term(1)).append(body);
      if (!body.isEmpty() && random.nextInt(3) == 0) {
        text.append(" else := ").append(scalar());
      }
      text.append('\n');
    }
    return text.toString();
  }

  private String rule(int kind, String name) {
    return switch (kind) {
      case 0, 1 -> {
        String body = body(3);
        String text =
            name + " := " + (random.nextInt(3) == 0 ? term(2) : scalar()) + " if { " + body + " }";
        scope.clear();
        if (random.nextInt(2) == 0) {
          String other = body(2);
          text += " else := " + term(1) + " if { " + other + " }";
          scope.clear();
        }
        if (random.nextInt(2) == 0) {
          text += " else := " + scalar();
        }
        yield text;
      }
      case 2, 3 -> {
        String body = body(3);
        yield name + " contains " + term(1) + " if { " + body + " }";
      }
      case 4, 5 -> {
        String body = body(3);
        yield name + "[" + key() + "] := " + term(1) + " if { " + body + " }";
      }
      case 6 -> {
        String body = body(3);
        yield name
            + oneOf(".a", ".b", "[" + key() + "]")
            + oneOf(".c", "[" + key() + "]")
            + " := "
            + term(1)
            + " if { "
            + body
            + " }";
      }
      default -> {
        String body = body(3);
        yield name
            + oneOf(".a", "[" + key() + "]", ".b")
            + " contains "
            + term(1)
            + " if { "
            + body
            + " }";
      }
    };
  }

  private String key() {
    return !scope.isEmpty() && random.nextInt(3) > 0
        ? variable()
        : oneOf("\"x\"", "\"y\"", "\"a\"", "1");
  }

  private String variable() {
    return scope.isEmpty() ? scalar() : scope.get(random.nextInt(scope.size()));
  }

  private String newVariable() {
    return "v" + fresh++;
  }

  private String scalar() {
    return oneOf(
        "1", "2", "3", "1.0", "\"x\"", "\"y\"", "\"v\"", "true", "false", "null", "\"\"", "-1",
        "[]", "{}", "set()");
  }

  private String reference() {
    return switch (random.nextInt(12)) {
      case 0 -> "input.a";
      case 1 -> "io";
      case 2 -> "data.d.a";
      case 3 -> "d.o";
      case 4 -> "data.d.o[" + key() + "]";
      case 5 -> "input[" + oneOf("\"a\"", "\"b\"", "\"o\"", "\"f\"", "\"missing\"") + "]";
      case 6 -> "input.a[_]";
      case 7 -> "d.o.y[" + oneOf("_", "0", variable()) + "]";
      case 8, 9 -> rule == 0 ? "d.q" : "r" + random.nextInt(rule);
      case 10 ->
          rule == 0
              ? "d.q.m"
              : "data.p.r" + random.nextInt(rule) + "[" + oneOf("_", key(), key()) + "]";
      default -> rule == 0 ? "d.n" : "f" + random.nextInt(rule) + "(" + term(1) + ")";
    };
  }

  private String collection() {
    return switch (random.nextInt(6)) {
      case 0 -> "input.a";
      case 1 -> "d.o";
      case 2 -> "[" + term(1) + ", " + term(1) + "]";
      case 3 -> "{" + term(1) + ", " + term(1) + "}";
      case 4 -> rule == 0 ? "d.a" : "r" + random.nextInt(rule);
      default -> term(2);
    };
  }

  private String term(int depth) {
    if (depth == 0) {
      return random.nextInt(2) == 0 ? variable() : scalar();
    }
    return switch (random.nextInt(12)) {
      case 0 -> scalar();
      case 1, 2 -> variable();
      case 3, 4 -> reference();
      case 5 -> "[" + term(depth - 1) + ", " + term(depth - 1) + "]";
      case 6 -> "{" + oneOf("\"x\"", "\"y\"", variable()) + ": " + term(depth - 1) + "}";
      case 7 -> "{" + term(depth - 1) + ", " + term(depth - 1) + "}";
      case 8 -> comprehension(depth);
      case 9 -> call(depth);
      case 10 ->
          "("
              + term(depth - 1)
              + oneOf(" == ", " != ", " < ", " >= ", " in ")
              + term(depth - 1)
              + ")";
      default -> variable();
    };
  }

  private String call(int depth) {
    String inner = term(depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> "count(" + collection() + ")";
      case 1 -> "object.get(d.o, " + key() + ", " + inner + ")";
      case 2 -> "json.marshal(" + inner + ")";
      case 3 -> "is_string(" + inner + ")";
      case 4 -> "type_name(" + inner + ")";
      case 5 -> "to_number(" + oneOf("\"1\"", "\"x\"", "null", "true") + ")";
      case 6 -> "sprintf(\"%v\", [" + inner + "])";
      case 7 -> "array.concat([" + inner + "], input.a)";
      default -> "sort([" + inner + ", " + term(depth - 1) + "])";
    };
  }

  private String comprehension(int depth) {
    int outer = scope.size();
    String body = body(depth);
    String text =
        switch (random.nextInt(3)) {
          case 0 -> "[" + term(depth - 1) + " | " + body + "]";
          case 1 -> "{" + term(depth - 1) + " | " + body + "}";
          default -> "{" + key() + ": " + term(depth - 1) + " | " + body + "}";
        };
    leave(outer);
    return text;
  }

  private void leave(int outer) {
    while (scope.size() > outer) {
      scope.removeLast();
    }
  }

  private String body(int depth) {
    var statements = new ArrayList<String>();
    for (int i = random.nextInt(1, 3 + depth / 2); i > 0; i--) {
      statements.add(statement(depth - 1));
    }
    return String.join("; ", statements);
  }

  private String statement(int depth) {
    int outer = scope.size();
    return switch (random.nextInt(depth > 0 ? 15 : 9)) {
      case 0 -> bind(term(1));
      case 1 -> {
        String from = collection();
        String name = newVariable();
        scope.add(name);
        yield "some " + name + " in " + from;
      }
      case 2 -> {
        String from = collection();
        String key = newVariable();
        String value = newVariable();
        scope.add(key);
        scope.add(value);
        yield "some " + key + ", " + value + " in " + from;
      }
      case 3 -> term(1) + oneOf(" == ", " == ", " != ", " < ", " > ", " in ") + term(1);
      case 4 -> reference() + " = " + term(1);
      case 5 -> {
        String from = reference();
        String first = newVariable();
        String second = newVariable();
        scope.add(first);
        scope.add(second);
        yield "[" + first + ", " + second + "] = " + from;
      }
      case 6 -> {
        String from = rule == 0 ? "d.o" : oneOf("r" + random.nextInt(rule), "io", "input.a");
        String name = newVariable();
        scope.add(name);
        yield oneOf(
            from + "[" + name + "]",
            from + "[_] = " + name,
            from + "[" + name + "] = " + variable0(outer));
      }
      case 7 -> reference();
      case 8 ->
          reference()
              + " with "
              + oneOf(
                  "input as " + oneOf("{\"a\": [3]}", "1", "{}"),
                  "input.a as " + scalar(),
                  "data.d.o as " + scalar(),
                  "input.o.x as 5",
                  rule == 0 ? "data.d as 1" : "data.p.r" + random.nextInt(rule) + " as " + scalar(),
                  "count as 7",
                  rule == 0
                      ? "data.d.a as 1"
                      : "data.p.f"
                          + random.nextInt(rule)
                          + " as "
                          + oneOf("9", "count", "json.marshal"));
      case 9 -> {
        String text = "not " + oneOf(reference(), term(depth), "1 in " + collection());
        leave(outer);
        yield text;
      }
      case 10 -> {
        String from = collection();
        String name = newVariable();
        scope.add(name);
        String inner = body(depth);
        leave(outer);
        yield "every " + name + " in " + from + " { " + inner + " }";
      }
      case 11 -> {
        String from = collection();
        String path = newVariable();
        String value = newVariable();
        scope.add(path);
        scope.add(value);
        yield "walk(" + from + ", [" + path + ", " + value + "])";
      }
      case 12 -> bind(comprehension(depth));
      case 13 -> bind(call(1));
      default -> {
        String from = term(depth);
        String name = newVariable();
        scope.add(name);
        yield name + " = " + from;
      }
    };
  }

  private String variable0(int outer) {
    return outer == 0 ? scalar() : scope.get(random.nextInt(outer));
  }

  private String bind(String value) {
    String name = newVariable();
    scope.add(name);
    return name + " := " + value;
  }
}
