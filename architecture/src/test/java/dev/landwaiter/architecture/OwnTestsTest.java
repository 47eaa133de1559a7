package dev.landwaiter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every implementation of a contract has a test named after it, or its cases stand in another test
/// that `tested-elsewhere.txt` names.
class OwnTestsTest {
  private static final Set<String> TESTS =
      House.sources().stream()
          .map(House::relative)
          .filter(path -> path.contains("/src/test/java/") && path.endsWith("Test.java"))
          .collect(Collectors.toUnmodifiableSet());

  @Test
  void everyImplementationIsTested() {
    Set<String> excused = new HashSet<>();
    Facts.of("tested-elsewhere.txt").forEach(each -> excused.addAll(each.values()));
    assertThat(implementations())
        .hasSizeGreaterThan(50)
        .filteredOn(type -> !hasOwnTest(type) && !excused.contains(type.getName()))
        .extracting(JavaClass::getName)
        .isEmpty();
  }

  @Test
  void excusesAreStillNeeded() {
    for (Facts.Fact each : Facts.of("tested-elsewhere.txt")) {
      assertThat(TESTS).contains(each.name());
      assertThat(each.values())
          .as(each.name())
          .isSubsetOf(implementations().stream().map(JavaClass::getName).toList());
    }
  }

  private static List<JavaClass> implementations() {
    return Contract.all().stream()
        .flatMap(contract -> contract.implementations().stream())
        .distinct()
        .toList();
  }

  private static boolean hasOwnTest(JavaClass type) {
    String name = "/" + type.getSimpleName() + "Test.java";
    return TESTS.stream()
        .anyMatch(
            path -> path.startsWith(House.module(type.getName()) + "/") && path.endsWith(name));
  }
}
