package dev.landwaiter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.landwaiter.cli.Main;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Streams, exit, environment, wall clock and chance are touched at the edge alone.
class EdgeTest {
  /// The packages that join the program to the world.
  private static final List<String> EDGES = List.of(House.NAME + ".cli", House.NAME + ".server");

  private static final Members WORLD = Members.in("edge.txt");
  private static final Members NEVER = Members.in("never.txt");

  @Test
  void belowTheEdgeTheWorldComesInAsParameters() {
    List<String> touched = new ArrayList<>();
    for (JavaClass type : House.CLASSES) {
      if (!EDGES.contains(type.getPackageName())) {
        WORLD.usedBy(type).forEach(each -> touched.add(type.getName() + ": " + each));
      }
    }
    List<Facts.Fact> exceptions = Facts.of("edge-exceptions.txt");
    assertThat(exceptions)
        .allSatisfy(each -> assertThat(each.reason()).as(each.name()).isNotEmpty());
    assertThat(touched)
        .containsExactlyInAnyOrderElementsOf(
            exceptions.stream()
                .map(each -> each.name() + ": " + each.values().getFirst())
                .toList());
  }

  @Test
  void someThingsAreDoneNowhere() {
    List<String> done = new ArrayList<>();
    for (JavaClass type : House.CLASSES) {
      NEVER.usedBy(type).forEach(each -> done.add(type.getName() + ": " + each));
    }
    assertThat(done).isEmpty();
  }

  /// Texts would else hold the digits and commas of whoever runs the program.
  @Test
  void theEdgeFixesTheLocale() {
    assertThat(House.CLASSES.get(Main.class).getMethodCallsFromSelf())
        .extracting(call -> call.getTarget().getFullName())
        .contains("java.util.Locale.setDefault(java.util.Locale)");
  }

  @Test
  void callsLambdasReferencesAndFieldsAreSeen() {
    JavaClass offender = new ClassFileImporter().importClass(Offender.class);
    assertThat(WORLD.usedBy(offender))
        .containsExactly(
            "java.lang.System.err",
            "java.lang.System.nanoTime",
            "java.time.Instant.now",
            "java.util.UUID.randomUUID");
  }

  @Test
  void aClockHandedInIsNoOffence() {
    JavaClass innocent = new ClassFileImporter().importClass(Innocent.class);
    assertThat(WORLD.usedBy(innocent)).isEmpty();
  }

  /// Does what may not be done.
  static final class Offender {
    private final Supplier<Instant> clock = Instant::now;

    Stream<UUID> chances() {
      return Stream.of(1, 2).map(_ -> UUID.randomUUID());
    }

    PrintStream stream() {
      return System.err;
    }

    String text() {
      return clock.get() + " " + System.nanoTime();
    }
  }

  /// Does the same with what it is given.
  static final class Innocent {
    Instant now(Clock clock) {
      return Instant.now(clock);
    }
  }
}
