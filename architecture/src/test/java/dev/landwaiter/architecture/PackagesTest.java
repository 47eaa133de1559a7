package dev.landwaiter.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A package holds nouns or a façade, never both.
class PackagesTest {
  /// The only package that joins its children: the edge.
  private static final String EDGE = House.NAME + ".cli";

  private static final Pattern INFO =
      Pattern.compile("(?s)(?<doc>(?:/// [^\n]+\n)+)@NullMarked\npackage (?<name>[a-z0-9.]+);\n.*");

  /// A public type whose line before it and its annotations is no documentation.
  private static final Pattern SILENT_TYPE =
      Pattern.compile(
          "(?m)^(?!///)(?!@).*\n(?:@.*\n)*public (?:[a-z-]+ )*(?:class|record|interface|enum) ");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?] +[A-Z]");

  @Test
  void noCircles() {
    slices().matching(House.NAME + ".(**)").should().beFreeOfCycles().check(House.CLASSES);
  }

  @Test
  void noPackageImportsItsChildren() {
    assertThat(imports((from, to) -> !from.equals(EDGE) && to.startsWith(from + "."))).isEmpty();
  }

  @Test
  void nothingImportsTheEdge() {
    assertThat(imports((from, to) -> to.equals(EDGE) && !from.equals(EDGE))).isEmpty();
  }

  private static List<String> imports(BiPredicate<String, String> wrong) {
    List<String> found = new ArrayList<>();
    for (JavaClass type : House.CLASSES) {
      type.getDirectDependenciesFromSelf().stream()
          .filter(each ->
              wrong.test(
                  each.getOriginClass().getPackageName(), each.getTargetClass().getPackageName()))
          .forEach(each -> found.add(each.getDescription()));
    }
    return found;
  }

  @Test
  void everyPackageSaysInOneSentenceWhatItIs() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> folders =
        House.sources().stream()
            .map(Path::getParent)
            .distinct()
            .filter(PackagesTest::needed)
            .toList();
    for (Path folder : folders) {
      Path info = folder.resolve("package-info.java");
      String trouble = Files.exists(info) ? trouble(Files.readString(info)) : "is missing";
      if (!trouble.isEmpty()) {
        wrong.add(House.relative(info) + " " + trouble);
      }
    }
    assertThat(folders).hasSizeGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPublicTypeSaysWhatItIs() throws IOException {
    List<String> silent = new ArrayList<>();
    for (Path source : House.programSources()) {
      if (SILENT_TYPE.matcher(Files.readString(source)).find()) {
        silent.add(House.relative(source));
      }
    }
    assertThat(silent).isEmpty();
    assertThat("\n@Deprecated\npublic final class A {}").containsPattern(SILENT_TYPE);
    assertThat("\n/// A.\n@Deprecated\npublic final class A {}").doesNotContainPattern(SILENT_TYPE);
  }

  /// A package of tests that stands beside the program's own package needs no second description.
  private static boolean needed(Path folder) {
    // Programs that are started from their source lie in no package.
    if (List.of("bench", ".ci").contains(House.relative(folder))) {
      return false;
    }
    Path beside = Path.of(folder.toString().replace("/src/test/", "/src/main/"));
    return folder.equals(beside) || !Files.exists(beside.resolve("package-info.java"));
  }

  private static String trouble(String text) {
    var parts = INFO.matcher(text);
    if (!parts.matches()) {
      return "is not a sentence after ///, @NullMarked and the package";
    }
    String doc = parts.group("doc").replace("/// ", "").replace('\n', ' ').strip();
    return doc.endsWith(".") && !SENTENCE_END.matcher(doc).find()
        ? ""
        : "is not one sentence: " + doc;
  }
}
