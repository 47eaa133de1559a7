package dev.landwaiter.inventory.lang;

import static dev.landwaiter.base.finding.LanguageType.COMPOSER_VENDOR;
import static dev.landwaiter.base.finding.LanguageType.CONDA_PKG;
import static dev.landwaiter.base.finding.LanguageType.DOTNET_CORE;
import static dev.landwaiter.base.finding.LanguageType.GEMSPEC;
import static dev.landwaiter.base.finding.LanguageType.JAR;
import static dev.landwaiter.base.finding.LanguageType.NODE_PKG;
import static dev.landwaiter.base.finding.LanguageType.NUGET;
import static dev.landwaiter.base.finding.LanguageType.PYTHON_PKG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.lang.conda.CondaPackage;
import dev.landwaiter.inventory.lang.dotnet.DepsJson;
import dev.landwaiter.inventory.lang.dotnet.PackagesLock;
import dev.landwaiter.inventory.lang.java.JarAnalyzer;
import dev.landwaiter.inventory.lang.java.JavaIndex;
import dev.landwaiter.inventory.lang.node.NodePackage;
import dev.landwaiter.inventory.lang.php.InstalledJson;
import dev.landwaiter.inventory.lang.python.PythonEgg;
import dev.landwaiter.inventory.lang.python.PythonPackage;
import dev.landwaiter.inventory.lang.ruby.Gemspec;
import dev.landwaiter.testing.Shared;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedCasesTest {
  private static final List<Analyzer> ANALYZERS =
      List.of(
          new NodePackage(),
          new PythonPackage(),
          new PythonEgg(),
          new JarAnalyzer(JavaIndex.EMPTY, false),
          new Gemspec(),
          new DepsJson(),
          new PackagesLock(),
          new CondaPackage(),
          new InstalledJson());

  static Stream<Arguments> cases() throws Exception {
    List<Arguments> cases = new ArrayList<>();
    for (String file : List.of("lockfiles.jsonl", "licences.jsonl")) {
      for (String line : Files.readAllLines(Shared.path("conformance/trivy/" + file))) {
        Value one = Json.parse(file, line);
        List<TreeFile> files = files(one);
        List<String> arguments =
            one.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
        if (arguments.getFirst().equals("rootfs")
            && !one.text("varies").equals("content")
            && one.text("stdout").startsWith("{")
            && files.stream().anyMatch(f -> ANALYZERS.stream().anyMatch(a -> a.wants(f.entry())))) {
          cases.add(Arguments.of(one.text("id"), files, one.text("stdout")));
        }
      }
    }
    return cases.stream();
  }

  private static List<TreeFile> files(Value one) {
    List<TreeFile> files = new ArrayList<>();
    one.get("files")
        .orElseThrow()
        .members()
        .forEach((name, content) -> {
          byte[] bytes =
              content.text("base64").isEmpty()
                  ? content.asText().getBytes(StandardCharsets.UTF_8)
                  : Base64.getDecoder().decode(content.text("base64"));
          files.add(new TreeFile(new FileEntry(name.asText(), bytes.length, 0644), bytes));
        });
    return files;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void packagesAsRecorded(String id, List<TreeFile> files, String report) throws Exception {
    assertThat(Described.ours(Described.inventory(ANALYZERS, files)))
        .containsExactlyElementsOf(
            Described.recorded(
                report.getBytes(StandardCharsets.UTF_8),
                NODE_PKG,
                PYTHON_PKG,
                JAR,
                GEMSPEC,
                DOTNET_CORE,
                NUGET,
                CONDA_PKG,
                COMPOSER_VENDOR));
  }

  @Test
  void dependencyFileOfDotNet() throws Exception {
    for (String line : Files.readAllLines(Shared.path("conformance/trivy/lockfiles.jsonl"))) {
      Value one = Json.parse("lockfiles.jsonl", line);
      if (one.text("id").equals("lock-deps-json")) {
        packagesAsRecorded("lock-deps-json", files(one), one.text("stdout"));
        return;
      }
    }
    throw new AssertionError("the recorded cases lack lock-deps-json");
  }

  @Test
  void thereAreManyCases() throws Exception {
    assertThat(cases()).hasSizeGreaterThan(35);
  }
}
