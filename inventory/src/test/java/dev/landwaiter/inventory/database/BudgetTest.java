package dev.landwaiter.inventory.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BudgetTest {
  @Test
  void everyLimitIsNamedWhenItIsPassed() throws Exception {
    var budget = new Budget(150);
    assertThat(budget.path("/usr/", "a")).isEqualTo("/usr/a");
    assertThat(budget.path("/usr/", "b")).isEqualTo("/usr/b");
    assertThatThrownBy(() -> budget.path("/usr/", "c"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("paths of its installed files");
    budget.takeNames(Budget.NAMES);
    assertThatThrownBy(() -> budget.takeNames(1)).hasMessageContaining("more than 4000000 names");
    for (int i = 0; i < Budget.PACKAGES; i++) {
      budget.takePackage();
    }
    assertThatThrownBy(budget::takePackage).hasMessage("it has more than 200000 packages");
  }
}
