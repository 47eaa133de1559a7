package dev.landwaiter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
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
  @Test
  void belowTheEdgeTheWorldComesInAsParameters() {
    List<String> touched = new ArrayList<>();
    for (JavaClass type : House.CLASSES) {
      if (!Edge.PACKAGES.contains(type.getPackageName())) {
        Edge.touchedBy(type).forEach(each -> touched.add(type.getName() + ": " + each));
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
  void callsLambdasReferencesAndFieldsAreSeen() {
    JavaClass offender = new ClassFileImporter().importClass(Offender.class);
    assertThat(Edge.touchedBy(offender))
        .containsExactly(
            "java.lang.System.err",
            "java.lang.System.nanoTime",
            "java.time.Instant.now",
            "java.util.UUID.randomUUID");
  }

  @Test
  void aClockHandedInIsNoOffence() {
    JavaClass innocent = new ClassFileImporter().importClass(Innocent.class);
    assertThat(Edge.touchedBy(innocent)).isEmpty();
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
