package dev.landwaiter.inventory.lang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.lang.dotnet.DepsJson;
import dev.landwaiter.inventory.lang.node.NodePackage;
import dev.landwaiter.inventory.lang.python.PythonEgg;
import dev.landwaiter.inventory.lang.python.PythonPackage;
import dev.landwaiter.inventory.lang.ruby.Gemspec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalyzersTest {
  private static LayerInventory read(Analyzer analyzer, String path, byte[] bytes) {
    var entry = new FileEntry(path, bytes.length, 0644);
    return Described.inventory(List.of(analyzer), List.of(new TreeFile(entry, bytes)));
  }

  private static LayerInventory read(Analyzer analyzer, String path, String text) {
    return read(analyzer, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> packages(LayerInventory inventory) {
    return inventory.applications().stream()
        .flatMap(a -> a.packages().stream())
        .map(p -> p.name() + " " + p.version() + " " + p.licenses())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          package.json                        | true
          a/b/package.json                    | true
          a/package-lock.json                 | false
          x/a-1.dist-info/METADATA            | true
          x/a-1/METADATA                      | false
          x/a.egg-info                        | true
          x/a.egg-info/PKG-INFO               | true
          x/a.egg-info/METADATA               | true
          x/a.egg/EGG-INFO/PKG-INFO           | true
          x/PKG-INFO                          | false
          x/a.egg                             | true
          g/specifications/a.gemspec          | true
          specifications/a.gemspec            | false
          g/a.gemspec                         | false
          app/App.deps.json                   | true
          app/deps.json                       | false
          """)
  void wantedFiles(String path, boolean wanted) {
    List<Analyzer> analyzers =
        List.of(
            new NodePackage(), new PythonPackage(), new PythonEgg(), new Gemspec(), new DepsJson());
    var file = new FileEntry(path, 9, 0644);
    assertThat(analyzers.stream().anyMatch(a -> a.wants(file))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name":"a","version":"1","license":"mit"}                  | a 1 [MIT]
          {"name":"a","version":"1","license":{"type":"BSD"}}         | a 1 [BSD-3-Clause]
          {"name":"a","version":"1","license":["MIT"]}                | a 1 []
          {"name":"@s/a.b_c~d","version":"1"}                         | @s/a.b_c~d 1 []
          {"name":"A","version":"1"}                                  | ``
          {"name":".a","version":"1"}                                 | ``
          {"name":"_a","version":"1"}                                 | ``
          {"name":"@/a","version":"1"}                                | ``
          {"name":"@s","version":"1"}                                 | ``
          {"name":"a/b","version":"1"}                                | ``
          {"type":"module"}                                           | ``
          {"name":5,"version":"1"}                                    | ``
          []                                                          | ``
          """)
  void nodePackages(String json, String described) {
    LayerInventory found = read(new NodePackage(), "n/package.json", json);
    assertThat(String.join("", packages(found))).isEqualTo(described);
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void metadataOfPython() {
    String text =
        """
        metadata-version: 2.1
        NAME: Tool
        Version:  1.0\s
        License: BSD
         or MIT
        Classifier: Programming Language :: Python
        Classifier: License :: OSI Approved

        Version: 2.0
        """;
    assertThat(packages(read(new PythonPackage(), "a.egg-info", text)))
        .containsExactly("Tool 1.0 [BSD-3-Clause, MIT]");
  }

  @Test
  void classifiersOfPython() {
    String text =
        """
        Name: t
        Version: 1
        License: ignored
        Classifier: License :: OSI Approved :: MIT License
        Classifier: License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)
        """;
    assertThat(packages(read(new PythonPackage(), "a.egg-info", text)))
        .containsExactly("t 1 [MIT, GPL-2.0-or-later]");
  }

  @Test
  void longContinuationsTakeNoLongTime() {
    String text = "Name: t\nVersion: 1\nSummary: x\n" + " y\n".repeat(2_000_000);
    assertThat(packages(read(new PythonPackage(), "a.egg-info", text))).containsExactly("t 1 []");
  }

  @Test
  void eggsWithoutMetadataListNothing() throws Exception {
    byte[] egg = new ZipBytes().with("x.py", "1").bytes();
    assertThat(read(new PythonEgg(), "a.egg", egg).applications()).isEmpty();
    assertThat(read(new PythonEgg(), "a.egg", "rubbish").problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("no ZIP archive"));
  }

  @Test
  void specificationsOfGems() {
    String text =
        """
        s.name = "before"
        Gem::Specification.new do |spec|
          spec.name = %q{odd}
          spec.name = 'tool'.freeze
          spec.version   =  "1.2"  # two
          spec.version_requirement = "9"
          spec.licenses = ["MIT".freeze, 'Apache 2.0']
        end
        """;
    assertThat(packages(read(new Gemspec(), "g/specifications/tool.gemspec", text)))
        .containsExactly("tool 1.2 [MIT, Apache-2.0]");
  }

  @Test
  void severalProgramsInOneDependencyFileHaveNoRoot() {
    String text =
        """
        {"libraries": {"A/1": {"type": "project"}, "B/1": {"type": "Project"},
          "C/1": {"type": "package"}}}
        """;
    assertThat(read(new DepsJson(), "x.deps.json", text).applications().getFirst().packages())
        .extracting(p -> p.id() + " " + p.relations().relationship().word())
        .containsExactly("A/1 workspace", "B/1 workspace", "C/1 unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "n/package.json, {",
    "x.deps.json, nothing",
    "a.dist-info/METADATA, Name: x",
    "g/specifications/a.gemspec, puts 1",
  })
  void filesThatCannotBeReadAreProblems(String path, String text) {
    for (Analyzer analyzer :
        List.of(new NodePackage(), new DepsJson(), new PythonPackage(), new Gemspec())) {
      if (analyzer.wants(new FileEntry(path, 1, 0644))) {
        LayerInventory found = read(analyzer, path, text);
        assertThat(found.applications()).isEmpty();
        assertThat(found.problems()).extracting(Problem::where).containsExactly(path);
      }
    }
  }

  @Test
  void filesAboveTheLimitAreProblems() {
    byte[] large = new byte[SizeLimit.TEXT + 1];
    assertThat(read(new NodePackage(), "package.json", large).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("exceed the limit"));
  }
}
