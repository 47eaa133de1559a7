package dev.landwaiter.cli.command.registry;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.cli.flags.TransferFlags;
import dev.landwaiter.oci.Document;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.copy.ArtifactFiles;
import dev.landwaiter.oci.copy.Copy;
import dev.landwaiter.oci.copy.CopySource;
import dev.landwaiter.oci.copy.LayoutTarget;
import dev.landwaiter.oci.copy.RegistrySource;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Pulls an image as an OCI layout, or an artifact as files.
public final class RegistryPullCommand implements Command {
  @Override
  public String name() {
    return "registry pull";
  }

  @Override
  public String summary() {
    return "Pull an image into an OCI layout, or the files of another artifact into a folder";
  }

  @Override
  public String usage() {
    return "[flags] REFERENCE FOLDER|FILE.tar";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Pull an image into one file", "registry pull registry.example/app:1 app.tar"),
        new Example(
            "Pull the files of an artifact", "registry pull registry.example/rules:2 rules/"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(TransferFlags.PULL, RegistryFlags.GROUP, GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Answers.requireArguments(
        invocation, 2, "registry pull wants two arguments, a reference and a folder or file");
    var wish = new Copy.Wish(Answers.platform(invocation), false, Limits.STANDARD);
    Answers.requireOnline(invocation);
    var reference = Reference.parse(invocation.arguments().getFirst());
    Path path = invocation.world().folder().resolve(invocation.arguments().getLast());
    var registry = new Registry(RegistryAccess.of(invocation), Limits.STANDARD);
    try (var repository = registry.repository(reference, Purpose.PULL);
        TransferLine line = TransferLine.of(invocation)) {
      // A tag is resolved once; what was found is pulled by its digest.
      var root = repository.resolve(reference.identifier());
      var digest = root.descriptor().digest();
      var exact =
          new Reference(reference.host(), reference.path(), reference.tag(), Optional.of(digest));
      CopySource source = new RegistrySource(repository, exact);
      Document document = root.document(Limits.STANDARD);
      if (document instanceof Manifest manifest && !isImage(manifest)) {
        boolean overwrite = invocation.values().flag(TransferFlags.OVERWRITE);
        List<Path> files = ArtifactFiles.write(source, manifest, path, overwrite, line);
        line.clear();
        invocation.log().info("pulled " + reference.familiarName() + "@" + digest);
        Answers.text(invocation, lines(files));
      } else {
        try (var target = new LayoutTarget(CopyPlace.InLayout.writer(path), reference.tag())) {
          Copy.Done done = Copy.run(source, target, wish, line);
          line.clear();
          invocation.log().info("pulled " + reference.familiarName() + "@" + done.root().digest());
          Answers.text(invocation, lines(List.of(path)));
        }
      }
    }
    return 0;
  }

  private static boolean isImage(Manifest manifest) {
    String type = manifest.effectiveArtifactType();
    return MediaTypes.isImageConfig(type) || MediaTypes.isGeneric(type);
  }

  private static String lines(List<Path> files) {
    var text = new StringBuilder();
    files.forEach(file -> text.append(file).append('\n'));
    return text.toString();
  }
}
