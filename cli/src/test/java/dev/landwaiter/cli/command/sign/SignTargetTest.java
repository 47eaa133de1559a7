package dev.landwaiter.cli.command.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.signing.RefusedException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignTargetTest {
  /// A statement names the SHA-256; the digits of another hash there would be about nothing.
  @Test
  void statementsNeedTheSha256() throws Exception {
    Digest known = Digest.sha256(new byte[0]);
    assertThat(new SignTarget(known, Optional.empty()).sha256()).isEqualTo(known.encoded());
    Digest other = Digest.parse("sha512:" + "0".repeat(128)).orElseThrow();
    var target = new SignTarget(other, Optional.empty());
    assertThatThrownBy(target::sha256)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("sha256");
  }
}
