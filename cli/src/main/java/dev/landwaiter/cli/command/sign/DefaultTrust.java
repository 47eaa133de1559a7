package dev.landwaiter.cli.command.sign;

import dev.landwaiter.signing.trust.TrustedRoot;
import java.io.IOException;

/// What is trusted where nobody names a trusted root: what the repository of trust holds, or the
/// root that came with the program.
interface DefaultTrust {
  /// All of it.
  ///
  /// @throws dev.landwaiter.signing.RefusedException with TRUST_ROOT when there is none
  TrustedRoot root() throws IOException;
}
