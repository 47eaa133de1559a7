package dev.landwaiter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The modules lie on floors, and arrows only point down.
class ModulesTest {
  private static final Map<String, Set<String>> TABLE =
      Facts.of("modules.txt").stream()
          .collect(Collectors.toMap(Facts.Fact::name, fact -> Set.copyOf(fact.values())));

  static List<String> modules() {
    return House.MODULES;
  }

  @Test
  void arrowsInTheTablePointDown() {
    Set<String> below = new HashSet<>();
    for (Facts.Fact row : Facts.of("modules.txt")) {
      assertThat(below).as(row.name()).containsAll(row.values());
      below.add(row.name());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void mavenFollowsTheTable(String module) {
    assertThat(TABLE).containsKey(module);
    assertThat(Pom.of(House.ROOT.resolve(module)).own())
        .as("modules that %s/pom.xml names", module)
        .isSubsetOf(TABLE.getOrDefault(module, Set.of()));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void importsFollowTheTable(String module) {
    Set<String> used = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : House.CLASSES) {
      if (House.module(type.getName()).equals(module)) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(each -> House.ours(each.getTargetClass().getName()))
            .filter(each -> !House.module(each.getTargetClass().getName()).equals(module))
            .forEach(each -> {
              String other = House.module(each.getTargetClass().getName());
              used.add(other);
              if (!TABLE.getOrDefault(module, Set.of()).contains(other)) {
                wrong.add(each.getDescription());
              }
            });
      }
    }
    assertThat(wrong).as("imports of %s; it uses %s", module, used).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void classesLieInTheirModule(String module) {
    Path folder = House.ROOT.resolve(module);
    List<String> seen =
        House.CLASSES.stream()
            .filter(type -> House.module(type.getName()).equals(module))
            .map(House::outermost)
            .distinct()
            .toList();
    List<String> written =
        House.programSources().stream()
            .filter(file -> file.startsWith(folder))
            .map(file -> folder.resolve("src/main/java").relativize(file).toString())
            .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
            .toList();
    assertThat(written).as("sources of %s", module).isNotEmpty();
    assertThat(seen)
        .as("compiled classes of %s", module)
        .containsExactlyInAnyOrderElementsOf(written);
  }
}
