package dev.landwaiter.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Classes say what they are, are small, and remember nothing.
class NamesTest {
  private static final Pattern SAYS_NOTHING =
      Pattern.compile(".*(Utils?|Helpers?|Manager|Common|Misc|Impl|Factory|Builder)");

  private static final int LONGEST_FILE = 500;
  private static final int MOST_PARAMETERS = 6;

  /// Types that are there to be changed.
  private static final Set<String> CHANGING =
      Set.of(
          "java.lang.ThreadLocal",
          "java.lang.StringBuilder",
          "java.util.ArrayList",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.WeakHashMap",
          "java.util.BitSet",
          "java.util.Random");

  @Test
  void namesSaySomething() {
    Stream<String> compiled =
        House.CLASSES.stream()
            .filter(type -> !type.isAnonymousClass())
            .map(JavaClass::getSimpleName);
    Stream<String> written =
        House.sources().stream()
            .map(file -> file.getFileName().toString())
            .map(name -> name.substring(0, name.length() - ".java".length()));
    assertThat(Stream.concat(compiled, written).distinct())
        .filteredOn(name -> SAYS_NOTHING.matcher(name).matches())
        .isEmpty();
  }

  @Test
  void filesAreSmall() throws IOException {
    for (Path file : House.sources()) {
      try (Stream<String> lines = Files.lines(file)) {
        assertThat(lines.count())
            .as("lines of %s", House.relative(file))
            .isLessThanOrEqualTo(LONGEST_FILE);
      }
    }
  }

  /// The components of a record are no parameters: they have names where they are read. The
  /// compiler gives constructors of enums two that nobody writes: name and position.
  @Test
  void parametersAreFew() {
    assertThat(
            House.CLASSES.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> !unit.getModifiers().contains(SYNTHETIC))
                .filter(unit -> parameters(unit) > MOST_PARAMETERS)
                .filter(unit -> !(unit.isConstructor() && unit.getOwner().isRecord()))
                .map(unit -> unit.getFullName()))
        .isEmpty();
  }

  private static int parameters(JavaCodeUnit unit) {
    boolean hidden = unit.isConstructor() && unit.getOwner().isEnum();
    return unit.getRawParameterTypes().size() - (hidden ? 2 : 0);
  }

  @Test
  void nothingStaticChanges() {
    List<String> changing =
        House.CLASSES.stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getModifiers().contains(STATIC))
            .filter(NamesTest::changes)
            .map(JavaField::getFullName)
            .toList();
    assertThat(changing).isEmpty();
  }

  private static boolean changes(JavaField field) {
    String type = field.getRawType().getName();
    return !field.getModifiers().contains(FINAL)
        || CHANGING.contains(type)
        || type.startsWith("java.util.concurrent.");
  }
}
