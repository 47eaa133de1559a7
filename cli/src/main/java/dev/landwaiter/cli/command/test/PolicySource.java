package dev.landwaiter.cli.command.test;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ConftestFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.rego.load.LoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Where policies are pulled from: registries and folders. Other sources of the original say that
/// they are not built.
record PolicySource(Invocation invocation) {
  private static final String REGISTRY = "oci://";
  private static final String FILE = "file://";

  /// Beginnings of addresses that mean something else, and what.
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("git::", "git"),
          Map.entry("git@", "git"),
          Map.entry("ssh://", "git"),
          Map.entry("github.com/", "git"),
          Map.entry("gitlab.com/", "git"),
          Map.entry("bitbucket.org/", "git"),
          Map.entry("hg::", "Mercurial"),
          Map.entry("s3::", "S3"),
          Map.entry("s3.", "S3"),
          Map.entry("gcs::", "Google Cloud Storage"),
          Map.entry("http://", "HTTP"),
          Map.entry("https://", "HTTP"));

  /// Pulls policies into a folder.
  ///
  /// @throws IOException that says which source is not built
  void pull(String address, Path target) throws UsageException, IOException {
    Path local = local(address);
    if (!address.startsWith(REGISTRY) && Files.exists(local)) {
      try {
        PolicyFolder.write(
            target, PolicyFolder.read(invocation.world().folder(), local.toString()));
      } catch (LoadException e) {
        throw new IOException(address + ": " + e.getMessage(), e);
      }
      return;
    }
    PolicyFolder.write(target, artifact(address).pull());
  }

  /// Pushes files to a registry.
  ///
  /// @return digest of the manifest
  String push(String address, SortedMap<String, byte[]> files) throws UsageException, IOException {
    return artifact(address).push(files).toString();
  }

  private Path local(String address) {
    String path = address.startsWith(FILE) ? address.substring(FILE.length()) : address;
    return invocation.world().folder().resolve(path);
  }

  private PolicyArtifact artifact(String address) throws UsageException, IOException {
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      if (address.startsWith(other.getKey()) || address.endsWith(".git")) {
        String kind = address.endsWith(".git") ? "git" : other.getValue();
        throw new IOException(
            "%s: pulling policies by %s is not built; registries (oci://…) and folders are"
                .formatted(address, kind));
      }
    }
    if (address.startsWith(FILE)) {
      throw new IOException(address + ": no such file or directory");
    }
    if (Policies.own(invocation) && invocation.values().flag(GlobalFlags.OFFLINE)) {
      throw new UsageException("--offline keeps " + address + " from being reached");
    }
    String name = address.startsWith(REGISTRY) ? address.substring(REGISTRY.length()) : address;
    var options = RegistryAccess.of(reaching());
    return new PolicyArtifact(new Registry(options, Limits.STANDARD), Reference.parse(name));
  }

  /// The same call, as one that may reach registries without TLS where the flag says so.
  private Invocation reaching() throws UsageException {
    if (invocation.values().flag(ConftestFlags.TLS)) {
      return invocation;
    }
    Values plain =
        invocation
            .values()
            .from(
                invocation.dialect().prefix(), Map.of(GlobalFlags.INSECURE.key(), List.of("true")));
    return new Invocation(
        invocation.world(), invocation.dialect(), plain, invocation.arguments(), invocation.log());
  }
}
