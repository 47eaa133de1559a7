package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.evaluation.Surroundings;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.place.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A folder that holds an image with its signatures, in place of all registries.
record LayoutPlaces(Path folder) implements Surroundings.Places {
  @Override
  public SignatureStore open(Reference image, StoreOptions options, List<String> pullSecrets)
      throws IOException {
    return Stores.layout(folder, options);
  }

  @Override
  public Map<String, Value> configurations(Reference image, Digest digest) throws RefusedException {
    throw new RefusedException(
        FailureClass.USAGE,
        "the policy wants the configuration of the image (fetchConfigFile), which is read from"
            + " registries only");
  }
}
