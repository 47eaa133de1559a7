package dev.landwaiter.rego.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.parse.Parser;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.testing.Shared;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleFormatTest {
  /// What the formatter changes in the syntax on purpose: operators called by their names, and
  /// constants in template strings.
  private static final Pattern CHANGED =
      Pattern.compile("\\$[\"`]|\\b(plus|minus|mul|div|rem|and|or|eq|equal|lte?|gte?|neq)\\(");

  @Test
  void modulesOfTheConformanceCasesStayWhatTheyAre() throws Exception {
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (String version : List.of("v0", "v1")) {
      var settings = version.equals("v0") ? FormatSettings.v0() : FormatSettings.v1();
      for (Path file : files("conformance/opa/cases/" + version, ".yaml")) {
        Value cases = Yaml.parse(file.toString(), Files.readAllBytes(file));
        for (Value one : cases.get("cases").map(Value::elements).orElse(List.of())) {
          for (Value module : one.get("modules").map(Value::elements).orElse(List.of())) {
            all += check(one.text("note"), module.asText(), settings, wrong);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(all).isGreaterThan(4500);
  }

  @Test
  void policiesOfTheLibraryStayWhatTheyAre() throws Exception {
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (Path file : files("conformance/gatekeeper-library", ".rego")) {
      all += check(file.toString(), Files.readString(file), FormatSettings.v0(), wrong);
    }
    assertThat(wrong).isEmpty();
    assertThat(all).isGreaterThan(40);
  }

  private static List<Path> files(String folder, String ending) throws Exception {
    try (Stream<Path> all = Files.walk(Shared.path(folder))) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }

  /// Whether the text is a module; what is wrong with its formatted form is added to the list.
  private static int check(String name, String text, FormatSettings settings, List<String> wrong) {
    Module module;
    String formatted;
    try {
      module = Parser.parseModule(new Source(name, text), settings.parser());
      formatted = ModuleFormat.format(new Source(name, text), settings);
    } catch (RegoException _) {
      return 0;
    }
    try {
      Module again = Parser.parseModule(new Source(name, formatted), settings.parser());
      if (!ModuleFormat.format(new Source(name, formatted), settings).equals(formatted)) {
        wrong.add(name + ": changes a second time:\n" + formatted);
      }
      if (!CHANGED.matcher(text).find() && !rules(module).equals(rules(again))) {
        wrong.add(name + ": other rules:\n" + formatted);
      }
    } catch (RegoException e) {
      wrong.add(name + ": cannot be read again: " + e.getMessage());
    }
    return 1;
  }

  private static String rules(Module module) {
    return module.rules().stream()
        .map(rule -> rule.toString().replace(" := ", " = "))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "a := 1+2*3-4/2%3, a := (1 + (2 * 3)) - ((4 / 2) % 3)",
    "p if a == (b == c), p if a == (b == c)",
    "q if (1 in [1]) == true, q if (1 in [1]) == true",
    "r := {(a|b): (c|d) | true}, r := {(a | b): (c | d) | true}",
    "f() := x[\"a\"][\"if\"], 'f := x.a[\"if\"]'",
    "p if {   a }, p if a",
    "if.a   := 1, 'if[\"a\"] := 1'",
    "contains.b.c := 1, contains.b.c := 1",
  })
  void oneLiners(String text, String formatted) throws RegoException {
    String module = "package p\n\n" + text + "\n";

    assertThat(ModuleFormat.format(new Source("p.rego", module), FormatSettings.v1()))
        .isEqualTo("package p\n\n" + formatted + "\n");
  }

  @Test
  void commentsWithoutAPlaceLeaveTheTermAsItIs() throws RegoException {
    String text = "package p\n\nx := [ # open\n   1, # one\n  2]\n";

    assertThat(ModuleFormat.format(new Source("p.rego", text), FormatSettings.v1()))
        .isEqualTo(text);
  }

  @Test
  void noCommentGetsLost() throws RegoException {
    String text =
        """
        package p # 1
        # 2
        import data.x # 3
        # 4

        default a := 1 # 5
        p(x, # 6
          y) if # 7
        # 8
        { # 9
          x # 10
          # 11
        } else := 1 if { # 12
          some z # 13
          z == [ # 14
            # 15
            1 # 16
            # 17
          ] # 18
          f(x, # 19
            y # 20
            # 21
          )
        } # 22
        # 23
        """;
    String formatted = ModuleFormat.format(new Source("p.rego", text), FormatSettings.v1());

    for (int i = 1; i <= 23; i++) {
      assertThat(formatted).containsPattern("# " + i + "\\b");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, abc",
    "abc, abxc, 'ab+<x>c'",
    "abc, ac, 'a-<b>c'",
    "the old text, the new text, 'the -<old>+<new> text'",
    "a1b2c3d4, a1x2c3y4, 'a1-<b>+<x>2c3-<d>+<y>4'",
  })
  void differences(String before, String after, String shown) {
    String coloured = TextDiff.coloured(before, after);

    assertThat(
            coloured
                .replace("\u001b[32m", "+<")
                .replace("\u001b[31m", "-<")
                .replace("\u001b[0m", ">"))
        .isEqualTo(shown);
  }

  /// Taking away what is green gives the old text, taking away what is red the new one.
  @Test
  void differencesHoldBothTexts() {
    var random = new java.util.Random(3);
    for (int round = 0; round < 300; round++) {
      String before = text(random);
      String after = text(random);
      String coloured = TextDiff.coloured(before, after);

      assertThat(without(coloured, "\u001b[32m")).isEqualTo(before);
      assertThat(without(coloured, "\u001b[31m")).isEqualTo(after);
    }
  }

  private static String text(java.util.Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append("abcd ".charAt(random.nextInt(5)));
    }
    return text.toString();
  }

  private static String without(String coloured, String colour) {
    return coloured
        .replaceAll(Pattern.quote(colour) + "[^\u001b]*\u001b\\[0m", "")
        .replaceAll("\u001b\\[[0-9]+m", "");
  }

  @Test
  void bytesThatAreNoText(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("p.rego"), new byte[] {'p', '\n', (byte) 0xff});
    var err = new ByteArrayOutputStream();
    var options = new FormatRun.Options(FormatSettings.v1(), true, false, false, false, true);
    var run = new FormatRun(options, folder, new ByteArrayOutputStream(), err);

    assertThat(run.files(List.of("."))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "failed to format Rego source file: 1 error occurred: p.rego:2: rego_parse_error:"
                + " illegal utf-8 character\n");
  }

  @Test
  void theVersionThatIsWrittenForbids() {
    assertThat(errors("package p\nimport data.a.x\nimport data.b.x\n"))
        .contains("import must not shadow import data.a.x");
    assertThat(errors("package p\ninput := 1\n")).contains("rules must not shadow input");
    assertThat(errors("package p\np { any([true]) }\n")).contains("expression: any");
  }

  private static String errors(String text) {
    try {
      return ModuleFormat.format(new Source("p.rego", text), FormatSettings.v0ToV1());
    } catch (RegoException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
