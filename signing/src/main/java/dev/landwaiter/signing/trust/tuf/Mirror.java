package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.util.Optional;

/// Where the files of a TUF repository come from. Nothing that it gives is trusted.
public interface Mirror {
  /// Fetches a file.
  ///
  /// @param path below the base, with slashes; already encoded for addresses
  /// @param limit the most bytes to take
  /// @return nothing when there is no such file
  /// @throws RefusedException with LIMIT when it is larger, with TRANSPORT for everything else
  Optional<Bytes> fetch(String path, int limit) throws IOException;

  /// The base, for messages.
  String address();

  /// One that is never asked.
  ///
  /// @param why a clause for messages
  static Mirror none(String address, String why) {
    return new Mirror() {
      @Override
      public Optional<Bytes> fetch(String path, int limit) throws RefusedException {
        throw new RefusedException(
            FailureClass.TRANSPORT, "%s/%s is not asked: %s".formatted(address, path, why));
      }

      @Override
      public String address() {
        return address;
      }
    };
  }
}
