package dev.landwaiter.cli.command.scan;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.database.Databases;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ImageFlags;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Scans a container image.
public final class ImageCommand implements Command {
  private final List<FlagGroup> further;

  /// @param further flags that another program's command has besides ours
  public ImageCommand(List<FlagGroup> further) {
    this.further = further;
  }

  @Override
  public String name() {
    return "image";
  }

  @Override
  public List<String> aliases() {
    return List.of("i");
  }

  @Override
  public String summary() {
    return "Find known vulnerabilities in a container image";
  }

  @Override
  public String usage() {
    return "[flags] IMAGE";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("An image from a registry", "image debian:12"),
        new Example("An archive made by docker save, or an OCI layout", "image --input app.tar"),
        new Example("Only what matters in CI", "image --fail-on HIGH --ignore-unfixed app:1.4"),
        new Example("For scripts", "image -f json -o report.json app:1.4"));
  }

  @Override
  public List<FlagGroup> flags() {
    return ScanFlagGroups.with(List.of(ImageFlags.GROUP), further);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (Databases.downloadOnly(invocation)) {
      return 0;
    }
    Values values = invocation.values();
    String input = values.text(ImageFlags.INPUT);
    int wanted = input.isEmpty() ? 1 : 0;
    if (invocation.arguments().size() != wanted) {
      throw UsageException.withUsage(
          input.isEmpty()
              ? "image wants exactly one image name, or --input with an archive"
              : "image wants no image name beside --input");
    }
    String name = input.isEmpty() ? invocation.arguments().get(0) : input;
    var run = new ScanRun(invocation, input.isEmpty() ? host(name) : Optional.empty());
    var source = new ImageOpener(invocation);
    return run.run(
        source.limits(),
        scanner -> {
          try (Image image = source.open(input, name)) {
            return scanner.image(image, name);
          }
        });
  }

  /// The registry that a name leads to; what is no reference may still be an image's id.
  private static Optional<String> host(String name) {
    try {
      return Optional.of(Reference.parse(name).host());
    } catch (ImageException e) {
      return Optional.of("");
    }
  }
}
