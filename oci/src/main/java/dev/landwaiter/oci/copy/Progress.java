package dev.landwaiter.oci.copy;

import dev.landwaiter.oci.Descriptor;

/// Somebody who is told how a copy goes on.
public interface Progress {
  /// Nobody.
  Progress NONE =
      new Progress() {
        @Override
        public void begins(Descriptor blob) {}

        @Override
        public void read(long bytes) {}
      };

  /// A blob is looked at; where the target has it already none of its bytes are read.
  void begins(Descriptor blob);

  /// So many more bytes of it have been read.
  void read(long bytes);
}
