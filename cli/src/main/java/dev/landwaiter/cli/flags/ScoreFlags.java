package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;

/// Flags of our own scoring of manifests.
public final class ScoreFlags {
  public static final Flag FORMAT =
      Flag.text(
              "format",
              "form of the report; patch is what would raise the scores, kubesec its JSON, template"
                  + " what --template makes of that")
          .shorthand("f")
          .key("score.format")
          .standard("table")
          .allowed("table", "json", "sarif", "patch", "kubesec", "template");
  public static final Flag TEMPLATE =
      Flag.text("template", "text or file of the template, in the language of Go's text/template")
          .shorthand("t")
          .key("score.template");
  public static final Flag OUTPUT =
      Flag.text("output", "file that the report goes to, instead of standard output")
          .shorthand("o")
          .key("score.output");
  public static final Flag PROFILE =
      Flag.text(
              "profile",
              "landwaiter scores every pod of every kind, kubesec those of the kinds it knows,"
                  + " kubesec-2.14 by the rules of its last release")
          .key("score.profile")
          .standard("landwaiter")
          .allowed("landwaiter", "kubesec", "kubesec-2.14");
  public static final Flag RULES =
      Flag.texts("rules", "rules that are asked (default all)").shorthand("r").key("score.rules");
  public static final Flag MIN_SCORE =
      Flag.of(
              "min-score",
              FlagType.NUMBER,
              "end with 1 when an object scores less or is not valid (default no threshold)")
          .key("score.min-score")
          .standard("0");
  public static final Flag STRICT =
      Flag.toggle(
              "strict",
              "hold the strict score against --min-score: what gives points counts only if every"
                  + " container has it")
          .key("score.strict");
  public static final Flag FAIL_ON =
      Flag.texts(
              "fail-on",
              "end with 1 when an object has what is named: critical for any rule that takes"
                  + " points, advise for any that would give some, invalid, or the ids of rules")
          .key("score.fail-on");
  public static final Flag FAIL_ON_NOTHING =
      Flag.of("fail-on-nothing", FlagType.FLAG, "end with 2 when nothing was scored")
          .key("score.fail-on-nothing")
          .standard("true");
  public static final Flag STDIN_FILENAME =
      Flag.text("stdin-filename", "name of the file that comes on standard input")
          .key("score.stdin-filename");
  public static final Flag ANNOTATIONS =
      Flag.of(
              "annotations",
              FlagType.FLAG,
              "let objects waive rules by their annotation landwaiter.io/ignore")
          .key("score.annotations")
          .standard("true");
  public static final Flag POD_PATH =
      Flag.repeated(
              "pod-path",
              "where a custom kind holds pods: KIND.GROUP=PATH, with [] for each element of a list"
                  + " and * for each member")
          .key("score.pod-path");
  public static final Flag LIST_RULES = Flag.toggle("list-rules", "list the rules and end");

  private ScoreFlags() {}

  /// All of them.
  ///
  /// @param schemas those about structure, which kubesec has too
  public static FlagGroup group(Flag... schemas) {
    FlagGroup own =
        new FlagGroup(
            "Score Flags",
            ANNOTATIONS,
            FAIL_ON,
            FAIL_ON_NOTHING,
            FORMAT,
            LIST_RULES,
            MIN_SCORE,
            OUTPUT,
            POD_PATH,
            PROFILE,
            RULES,
            STDIN_FILENAME,
            STRICT,
            TEMPLATE);
    java.util.List<Flag> all = new java.util.ArrayList<>(own.flags());
    all.addAll(java.util.List.of(schemas));
    return new FlagGroup(own.title(), all);
  }
}
