package dev.landwaiter.signing.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.trust.SigningConfig.Group;
import dev.landwaiter.signing.trust.SigningConfig.Selector;
import dev.landwaiter.signing.trust.SigningConfig.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningConfigTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Service FIRST = service("a1", 1, 2024, 0, "a");
  private static final Service SECOND = service("a2", 2, 2025, 0, "a");
  private static final Service NEWER = service("a2n", 2, 2026, 0, "a");
  private static final Service FUTURE = service("a2f", 2, 2027, 0, "a");
  private static final Service OTHER = service("b2", 2, 2024, 0, "b");
  private static final Service OVER = service("c2", 2, 2024, 2025, "c");
  private static final Service UNKNOWN = service("d3", 3, 2024, 0, "d");

  private static Service service(String url, int version, int from, int to, String operator) {
    return new Service(
        url,
        version,
        new Window(Optional.of(year(from)), to == 0 ? Optional.empty() : Optional.of(year(to))),
        operator);
  }

  private static Instant year(int year) {
    return Instant.parse(year + "-01-01T00:00:00Z");
  }

  private static List<Service> logs(Selector selector, int count, Service... services)
      throws RefusedException {
    return new SigningConfig(
            List.of(), List.of(), new Group(List.of(services), selector, count), Group.NONE)
        .logs(NOW);
  }

  @Test
  void theHighestVersionWinsAndTheNewestOfEachOperator() throws RefusedException {
    assertThat(logs(Selector.ALL, 0, FIRST, OTHER, SECOND, FUTURE, NEWER, OVER, UNKNOWN))
        .containsExactly(NEWER, OTHER);
    assertThat(logs(Selector.ANY, 0, FIRST, OTHER, SECOND)).containsExactly(SECOND);
    assertThat(logs(Selector.EXACT, 2, FIRST, OTHER, SECOND)).containsExactly(SECOND, OTHER);
    assertThat(logs(Selector.ANY, 0, FIRST, FUTURE)).containsExactly(FIRST);
  }

  @Test
  void nothingListedMeansNothingUsed() throws RefusedException {
    assertThat(SigningConfig.NOTHING.logs(NOW)).isEmpty();
    assertThat(SigningConfig.NOTHING.timestampAuthorities(NOW)).isEmpty();
  }

  @Test
  void whatCannotBeServedIsAMistakeOfUse() {
    assertRefused(() -> logs(Selector.EXACT, 2, SECOND, NEWER), "exactly 2");
    assertRefused(() -> logs(Selector.UNDEFINED, 0, SECOND), "how many");
    assertRefused(() -> logs(Selector.ANY, 0, FUTURE, UNKNOWN), "transparency log");
    assertRefused(() -> SigningConfig.NOTHING.certificateAuthority(NOW), "certificate authority");
    assertRefused(() -> SigningConfig.NOTHING.identityProvider(NOW), "identity provider");
  }

  @Test
  void authoritiesAndProvidersAreOfVersionOne() throws RefusedException {
    var config = new SigningConfig(List.of(SECOND, FIRST), List.of(FIRST), Group.NONE, Group.NONE);
    assertThat(config.certificateAuthority(NOW)).isEqualTo(FIRST);
    assertThat(config.identityProvider(NOW)).isEqualTo(FIRST);
  }

  private interface Choice {
    Object choose() throws RefusedException;
  }

  private static void assertRefused(Choice choice, String named) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, choice::choose);
    assertThat(refused).isNotNull().hasMessageContaining(named);
    assertThat(refused.kind()).isEqualTo(FailureClass.USAGE);
  }
}
