package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.ImageConfig;
import dev.landwaiter.oci.Index;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.evaluation.Surroundings;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.place.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The registries in which images and signatures lie that policies judge, set up when the first is
/// asked.
final class PolicyPlaces implements Surroundings.Places {
  private static final int MOST_CONFIGURATIONS = 200;
  private static final int LARGEST = 8 << 20;

  private final Invocation invocation;
  private final ImageRun.Registries registries;

  PolicyPlaces(Invocation invocation, ImageRun.Registries registries) {
    this.invocation = invocation;
    this.registries = registries;
  }

  private Registry registry() throws IOException {
    try {
      if (invocation.values().flag(GlobalFlags.OFFLINE)) {
        throw new RefusedException(
            FailureClass.TRANSPORT,
            "no registry is asked: --offline was given; --layout names a folder instead");
      }
      RegistryOptions options = registries.of(invocation);
      return new Registry(options, Limits.STANDARD);
    } catch (UsageException e) {
      throw new RefusedException(FailureClass.USAGE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public SignatureStore open(Reference image, StoreOptions options, List<String> pullSecrets)
      throws IOException {
    // Whoever runs this has logins of his own; the Secrets of a workload stay in its cluster.
    return Stores.registry(registry(), image, Purpose.PULL, options);
  }

  @Override
  public Map<String, Value> configurations(Reference image, Digest digest) throws IOException {
    Map<String, Value> all = new TreeMap<>();
    try (Repository repository = registry().repository(image, Purpose.PULL)) {
      Document document = repository.resolve(digest.toString()).document(Limits.STANDARD);
      switch (document) {
        case Manifest manifest -> add(repository, manifest, all);
        case Index index -> {
          for (Descriptor each : index.manifests()) {
            if (!each.isAttestation()
                && repository.resolve(each).document(Limits.STANDARD) instanceof Manifest child) {
              add(repository, child, all);
            }
          }
        }
      }
    }
    return all;
  }

  private static void add(Repository repository, Manifest manifest, Map<String, Value> all)
      throws IOException {
    Descriptor descriptor = manifest.config();
    if (all.size() >= MOST_CONFIGURATIONS || descriptor.size() > LARGEST) {
      throw new RefusedException(
          FailureClass.LIMIT, "the configurations of the image are too many or too large");
    }
    try (InputStream in = repository.blob(descriptor)) {
      byte[] body = in.readNBytes(LARGEST + 1);
      descriptor.verify("the configuration", body);
      ImageConfig config = ImageConfig.parse("the configuration", body, Limits.STANDARD);
      all.put(config.platform().toString(), config.value());
    }
  }
}
