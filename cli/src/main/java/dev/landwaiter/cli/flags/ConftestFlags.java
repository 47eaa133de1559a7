package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.policy.conftest.output.Form;
import java.util.Arrays;

/// Flags about policies over configuration files; names and values are those of `conftest`.
public final class ConftestFlags {
  public static final Flag POLICY =
      texts("policy", "file or folder with policies").shorthand("p").standard("policy");
  public static final Flag DATA =
      texts("data", "file or folder with data for policies; PREFIX:PATH puts data below")
          .shorthand("d");
  public static final Flag NAMESPACE =
      texts("namespace", "package whose rules are asked; * and ? stand for any text and character")
          .shorthand("n")
          .standard("main");
  public static final Flag ALL_NAMESPACES =
      toggle("all-namespaces", "ask the rules of every package");
  public static final Flag COMBINE =
      toggle("combine", "show all files to policies as one document");
  public static final Flag PARSER =
      text("parser", "format of all files, instead of what their names tell");
  public static final Flag IGNORE =
      text("ignore", "regular expression of paths that are passed over in folders");
  public static final Flag PROTO_FILE_DIRS =
      texts("proto-file-dirs", "folder with .proto files for text in Protocol Buffers' format");
  public static final Flag STDIN_FILENAME =
      text("stdin-filename", "what standard input is called in the report");
  public static final Flag OUTPUT = text("output", "form of the report").shorthand("o");
  public static final Flag NO_COLOR = toggle("no-color", "no colours");
  public static final Flag QUIET = toggle("quiet", "no report unless the run fails");
  public static final Flag FAIL_ON_WARN =
      toggle("fail-on-warn", "warnings count as failures for the exit code");
  public static final Flag NO_FAIL = toggle("no-fail", "end with 0 in spite of failures");
  public static final Flag FAIL_ON_NOTHING =
      toggle("fail-on-nothing", "a run in which no rule was asked ends with an error")
          .standard("true");
  public static final Flag SUPPRESS_EXCEPTIONS =
      toggle("suppress-exceptions", "no lines about exceptions");
  public static final Flag GITHUB_HIDE_PASSED =
      toggle("github-hide-passed", "in the form github, leave out files in which all passed");
  public static final Flag JUNIT_HIDE_MESSAGE =
      toggle("junit-hide-message", "in the form junit, no messages in the names of cases");
  public static final Flag REGO_VERSION =
      text(
          "rego-version",
          "version of the language: v0 or v1, the default, which also takes"
              + " modules that are valid in v0 only");
  public static final Flag STRICT =
      toggle("strict", "check policies more strictly, for what is not used");
  public static final Flag CAPABILITIES =
      text("capabilities", "file that says which functions and keywords there are");
  public static final Flag SHOW_BUILTIN_ERRORS =
      toggle("show-builtin-errors", "the failure of a built-in function is an error");
  public static final Flag TRACE = toggle("trace", "tell every step of every query");
  public static final Flag UPDATE =
      texts("update", "place to pull policies from before the run").shorthand("u");
  public static final Flag TLS =
      toggle("tls", "reach registries by TLS").shorthand("s").standard("true");
  public static final Flag REPORT =
      text("report", "tell how tests went, with traces: full, notes or fails");
  public static final Flag VAR_VALUES =
      toggle("var-values", "tell the values of variables where tests fail");
  public static final Flag CONFIG_FILE =
      Flag.text("config-file", "configuration file, instead of conftest.toml and the like")
          .shorthand("c");
  public static final Flag CHECK = Flag.toggle("check", "tell whether files would change");
  public static final Flag OUT_DIR =
      Flag.text("outDir", "folder for the text").shorthand("o").standard(".");
  public static final Flag TEMPLATE = Flag.text("template", "template of the text").shorthand("t");
  public static final Flag ABSOLUTE_PATHS =
      Flag.toggle("absolute-paths", "keep absolute paths of policies");

  private ConftestFlags() {}

  /// The form flag with its names, for whoever refuses others.
  public static Flag forms() {
    return OUTPUT
        .standard(Form.STDOUT.id())
        .allowed(Arrays.stream(Form.values()).map(Form::id).toArray(String[]::new));
  }

  private static Flag toggle(String name, String help) {
    return Flag.toggle(name, help).key("test." + name);
  }

  private static Flag text(String name, String help) {
    return Flag.text(name, help).key("test." + name);
  }

  private static Flag texts(String name, String help) {
    return Flag.of(name, FlagType.TEXTS, help).key("test." + name);
  }
}
