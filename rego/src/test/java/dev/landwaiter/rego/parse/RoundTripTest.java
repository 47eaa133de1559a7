package dev.landwaiter.rego.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every module at hand is read, and what is printed of it reads to the same.
class RoundTripTest {
  private static final ModuleJson JSON = new ModuleJson(false, false);

  private static List<Path> files(String folder, String suffix) throws IOException {
    try (var found = Files.walk(Shared.path(folder))) {
      return found.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V0", "V1"})
  void modulesOfCases(RegoVersion version) throws Exception {
    ParserSettings plain = ParserSettings.of(version);
    Capabilities own = plain.capabilities();
    ParserSettings experimental =
        plain.capabilities(
            new Capabilities(
                own.builtins(), List.of("and", "not", "or"), own.features(), own.allowNet()));
    var differing = new ArrayList<String>();
    int read = 0;
    String folder = "conformance/opa/cases/" + (version == RegoVersion.V1 ? "v1" : "v0");
    for (Path file : files(folder, ".yaml")) {
      Value cases = Yaml.parse(file.toString(), Files.readAllBytes(file));
      for (Value one : cases.get("cases").orElse(ArrayValue.EMPTY).elements()) {
        boolean words = one.get("experimental_keywords").isPresent();
        for (Value module : one.get("modules").orElse(ArrayValue.EMPTY).elements()) {
          read++;
          String trouble = trouble(module.asText(), words ? experimental : plain);
          if (!trouble.isEmpty()) {
            differing.add(one.text("note") + ": " + trouble);
          }
        }
      }
    }
    assertThat(differing).as("%d modules", read).isEmpty();
    assertThat(read).isGreaterThan(2_000);
  }

  @Test
  void modulesInFiles() throws Exception {
    var differing = new ArrayList<String>();
    var paths = new ArrayList<>(files("conformance/gatekeeper-library", ".rego"));
    paths.addAll(files("bench/rego", ".rego"));
    for (Path file : paths) {
      String text = Files.readString(file);
      RegoVersion version = reads(text, RegoVersion.V1) ? RegoVersion.V1 : RegoVersion.V0;
      String trouble = trouble(text, ParserSettings.of(version).annotations(true));
      if (!trouble.isEmpty()) {
        differing.add(file + ": " + trouble);
      }
    }
    assertThat(differing).isEmpty();
    assertThat(paths).hasSizeGreaterThan(20);
  }

  private static boolean reads(String text, RegoVersion version) {
    try {
      Parser.parseModule(new Source("", text), ParserSettings.of(version));
      return true;
    } catch (RegoException e) {
      return false;
    }
  }

  /// Why a module cannot be read, printed and read again, or the empty text.
  private static String trouble(String text, ParserSettings settings) {
    try {
      Module first = Parser.parseModule(new Source("test.rego", text), settings);
      String printed = TermText.of(first);
      var keywords = new HashSet<>(first.keywords());
      if (settings.version() != RegoVersion.V1) {
        keywords.add("if");
        keywords.add("contains");
      }
      ParserSettings again =
          settings.version() == RegoVersion.V1 ? settings : settings.extraKeywords(keywords);
      Module second = Parser.parseModule(new Source("test.rego", printed), again);
      boolean same =
          comparable(JSON.of(first)).equals(comparable(JSON.of(second)))
              && TermText.of(second).equals(printed);
      return same ? "" : "reads differently: " + printed;
    } catch (RegoException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// Without what printing does not keep: numbers of wildcards, the order of members, and names
  /// that only heads without `if` have.
  private static Value comparable(Value node) {
    return switch (node) {
      case ArrayValue array ->
          new ArrayValue(array.elements().stream().map(RoundTripTest::comparable).toList());
      case ObjectValue object -> {
        var draft = new ObjectValue.Draft();
        String type = object.text("type");
        boolean valued = object.get("ref").isPresent() && object.get("value").isPresent();
        object
            .members()
            .forEach((key, member) -> {
              String name = key.asText();
              boolean old = name.equals("name") || (name.equals("key") && valued);
              if (!old) {
                draft.put(key, name.equals("value") ? value(type, member) : comparable(member));
              }
            });
        yield draft.finish();
      }
      default -> node;
    };
  }

  private static Value value(String type, Value value) {
    return switch (type) {
      case "var" -> value.asText().startsWith("$") ? Value.of("_") : value;
      case "object" ->
          new ArrayValue(
              value.elements().stream().map(RoundTripTest::comparable).sorted().toList());
      default -> comparable(value);
    };
  }
}
