package dev.landwaiter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Libraries, sockets and native code are used by those who own them.
class LibrariesTest {
  private static final List<Facts.Fact> ROWS = Facts.of("libraries.txt");

  @Test
  void onlyOwnersUseWhatTheyOwn() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : House.CLASSES) {
      for (Dependency each : type.getDirectDependenciesFromSelf()) {
        String target = each.getTargetClass().getBaseComponentType().getName();
        if (!House.ours(target) && !allowed(House.outermost(type), target)) {
          wrong.add(each.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyOwnerUsesWhatItOwns() {
    Set<String> owned = new TreeSet<>();
    for (Facts.Fact row : ROWS) {
      row.values().forEach(owner -> owned.add(owner + " " + row.name()));
    }
    for (JavaClass type : House.CLASSES) {
      for (Dependency each : type.getDirectDependenciesFromSelf()) {
        row(each.getTargetClass().getBaseComponentType().getName())
            .ifPresent(row ->
                row.values().stream()
                    .filter(owner -> owns(owner, House.outermost(type)))
                    .forEach(owner -> owned.remove(owner + " " + row.name())));
      }
    }
    assertThat(owned).as("owners of what they do not use").isEmpty();
  }

  private static boolean allowed(String user, String target) {
    return row(target)
        .map(row -> row.values().stream().anyMatch(owner -> owns(owner, user)))
        .orElseGet(() -> platform(target));
  }

  private static boolean platform(String target) {
    return target.startsWith("java.") || target.startsWith("javax.") || !target.contains(".");
  }

  private static Optional<Facts.Fact> row(String target) {
    return ROWS.stream()
        .filter(row -> covers(row.name(), target))
        .max(Comparator.comparingInt(row -> row.name().length()));
  }

  private static boolean covers(String name, String target) {
    return target.equals(name) || target.startsWith(name + ".") || target.startsWith(name + "$");
  }

  private static boolean owns(String owner, String user) {
    return owner.equals("*")
        || owner.equals(user)
        || owner.equals(user.substring(0, user.lastIndexOf('.')));
  }
}
