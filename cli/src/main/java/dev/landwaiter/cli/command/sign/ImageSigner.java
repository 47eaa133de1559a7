package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.store.SignatureStore;
import java.io.IOException;

/// Signs one manifest and puts the signature where it belongs.
interface ImageSigner {
  void sign(SignatureStore store, Reference image, SignTarget target)
      throws UsageException, IOException;
}
