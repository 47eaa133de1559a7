package dev.landwaiter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.landwaiter.architecture.Contract.Listing;
import dev.landwaiter.vulnerability.match.os.Detectors;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What implements a contract stands in its list, once, under an id of its own.
class ListsTest {
  static List<Contract> contracts() {
    return Contract.all();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyImplementationIsListed(Contract contract) {
    Set<String> listed = new TreeSet<>();
    contract.lists().forEach(list -> listed.addAll(list.classes()));
    assertThat(
            contract.implementations().stream()
                .filter(each -> !contract.unlisted().containsKey(each.getSimpleName()))
                .map(JavaClass::getName))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void nothingIsListedTwice(Contract contract) {
    for (Listing list : contract.lists()) {
      assertThat(list.classes())
          .filteredOn(name -> !contract.shared().contains(simple(name)))
          .doesNotHaveDuplicates();
      assertThat(list.ids()).doesNotHaveDuplicates().doesNotContain("");
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void exceptionsAreStillNeeded(Contract contract) {
    List<String> listed =
        contract.lists().stream().flatMap(list -> list.classes().stream()).toList();
    assertThat(contract.shared())
        .allSatisfy(name ->
            assertThat(listed.stream().filter(each -> simple(each).equals(name)))
                .hasSizeGreaterThan(1));
    List<String> implemented =
        contract.implementations().stream().map(JavaClass::getSimpleName).toList();
    assertThat(contract.unlisted().keySet())
        .allSatisfy(name -> assertThat(implemented).contains(name))
        .allSatisfy(name -> assertThat(listed).noneMatch(each -> simple(each).equals(name)));
  }

  /// Images of these are read, and the run says that nothing can judge their packages.
  @Test
  void familiesThatNothingJudgesAreKnown() {
    assertThat(Families.all())
        .filteredOn(family -> Detectors.of(family).isEmpty())
        .containsExactlyInAnyOrder("activestate", "coreos", "fedora");
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
