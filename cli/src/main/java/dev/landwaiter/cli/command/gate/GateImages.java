package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Reason;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.ImageLayer;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.layer.LayerPass;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.policy.gatekeeper.read.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads manifests out of artifacts in a registry, as `oras push` puts them there: a layer for each
/// file, whose title is its path, and one for each folder, packed. Nothing is written to disk.
final class GateImages {
  private static final String TITLE = "org.opencontainers.image.title";
  private static final String PACKED = "io.deis.oras.content.unpack";
  private static final String UNPACKED_DIGEST = "io.deis.oras.content.digest";

  /// Bytes of all files of one artifact.
  private static final long SIZE_LIMIT = 64L << 20;

  private final Invocation invocation;
  private final boolean original;
  private final List<ManifestReader.Content> found = new ArrayList<>();

  GateImages(Invocation invocation, boolean original) {
    this.invocation = invocation;
    this.original = original;
  }

  /// The content of each file of all artifacts; what is wrong with one is a problem.
  List<ManifestReader.Content> read(List<String> names) throws UsageException, IOException {
    if (names.isEmpty()) {
      return List.of();
    }
    if (invocation.values().flag(GlobalFlags.OFFLINE)) {
      throw new IOException("offline, no registry is asked");
    }
    var registry = new Registry(RegistryAccess.of(trusting()), Limits.STANDARD);
    for (String name : names) {
      try {
        artifact(registry, name);
      } catch (IOException e) {
        problem(name, Reason.of(e));
      }
    }
    return List.copyOf(found);
  }

  /// The call, in which gator's flag for plain HTTP is ours for everything insecure.
  private Invocation trusting() throws UsageException {
    if (!invocation.values().flag(GateFlags.PLAIN_HTTP)) {
      return invocation;
    }
    var values =
        new Values(
            Map.of(GlobalFlags.INSECURE, List.of("true")),
            invocation.world().environment(),
            invocation.dialect().prefix(),
            Map.of(),
            Values.Wording.PFLAG);
    return new Invocation(
        invocation.world(), invocation.dialect(), values, invocation.arguments(), invocation.log());
  }

  private void problem(String name, String message) {
    found.add(new ManifestReader.Content(List.of(), List.of(Problem.in(name, message))));
  }

  private void artifact(Registry registry, String name) throws IOException {
    Reference reference = Reference.parse(name);
    try (Repository repository = registry.repository(reference, Purpose.PULL)) {
      // A tag is resolved once; what was found is pulled by its digest.
      Document document = repository.resolve(reference.identifier()).document(Limits.STANDARD);
      if (!(document instanceof Manifest manifest)) {
        throw new IOException("this is a list of images and no artifact with manifests");
      }
      int before = found.size();
      long left = SIZE_LIMIT;
      for (Descriptor layer : manifest.layers()) {
        left -= layer.size();
        if (left < 0) {
          throw new IOException("more than the " + (SIZE_LIMIT >> 20) + " MiB that are pulled");
        }
        layer(repository, layer, name);
      }
      if (found.size() == before) {
        problem(name, "there is no file of YAML or JSON in this artifact");
      }
    }
  }

  private void layer(Repository repository, Descriptor layer, String name) throws IOException {
    String title = annotation(layer, TITLE);
    if (annotation(layer, PACKED).equals("true")) {
      var _ =
          LayerPass.run(new PackedFolder(repository, layer), new Unpacking(name), Limits.STANDARD);
    } else if (GateFiles.isManifest(title)) {
      try (InputStream in = repository.blob(layer)) {
        add(name, title, in.readAllBytes());
      }
    }
  }

  private void add(String name, String path, byte[] text) {
    found.add(ManifestReader.read(name + ":" + path, text, original));
  }

  private static String annotation(Descriptor layer, String name) {
    return Optional.ofNullable(layer.annotations().get(name)).orElse("");
  }

  /// A folder that was packed into one layer.
  private record PackedFolder(Repository repository, Descriptor stored) implements ImageLayer {
    @Override
    public String digest() {
      return stored.digest().toString();
    }

    @Override
    public Digest diffId() {
      // Packers that do not say are taken at the word of the stored digest.
      return Digest.parse(annotation(stored, UNPACKED_DIGEST)).orElse(stored.digest());
    }

    @Override
    public long storedSize() {
      return stored.size();
    }

    @Override
    public InputStream open() throws IOException {
      return repository.blob(stored);
    }
  }

  /// Takes the manifests of a packed folder.
  private final class Unpacking implements FileVisitor {
    private final String name;
    private long left = SIZE_LIMIT;

    Unpacking(String name) {
      this.name = name;
    }

    @Override
    public boolean wants(FileEntry file) {
      return GateFiles.isManifest(file.path());
    }

    @Override
    public void visit(TreeFile file) throws IOException {
      left -= file.bytes().length;
      if (left < 0) {
        throw new IOException("more than the " + (SIZE_LIMIT >> 20) + " MiB that are read");
      }
      add(name, file.path(), file.bytes());
    }

    @Override
    public void tooLarge(FileEntry file, long limit) {
      problem(name + ":" + file.path(), "larger than the " + limit + " bytes that are read");
    }
  }
}
