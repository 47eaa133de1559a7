package dev.landwaiter.oci.run;

import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.ImageException.Code;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.archive.Archives;
import dev.landwaiter.oci.daemon.Daemon;
import dev.landwaiter.oci.daemon.DaemonAddress;
import dev.landwaiter.oci.registry.Registry;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Opens images.
public final class Images {
  private Images() {}

  /// Opens an image of this machine's engines or of a registry: the first source that has it wins.
  ///
  /// @throws ImageException when no source has it; its message has a line for each source, its code
  ///   is that of the registry if one was asked
  public static Image open(ImageRequest request) throws IOException {
    if (request.network().offline()) {
      throw new ImageException(
          Code.UNREACHABLE,
          "offline, no container engine and no registry is asked for %s: save it to a file and give that with --input"
              .formatted(request.target()));
    }
    if (!Daemon.isId(request.target())) {
      Reference.parse(request.target());
    }
    Map<ImageSource, ImageException> errors = new EnumMap<>(ImageSource.class);
    for (ImageSource source : request.sources()) {
      try {
        return open(source, request);
      } catch (ImageException e) {
        errors.put(source, e);
      } catch (IOException e) {
        errors.put(source, new ImageException(Code.UNREACHABLE, String.valueOf(e.getMessage()), e));
      }
    }
    throw joined(request, errors);
  }

  /// Opens an image in a file or a folder: a `docker save` archive or an OCI layout,
  /// `PATH[:TAG][@DIGEST]`. No socket is opened.
  ///
  /// @throws ImageException as [Archives#open]
  public static Image openFile(String target, Optional<Platform> platform, Limits limits)
      throws IOException {
    return Archives.open(target, platform, limits);
  }

  private static Image open(ImageSource source, ImageRequest request) throws IOException {
    return switch (source) {
      case DOCKER -> engine("docker", request.network().sockets().docker(), request);
      case PODMAN -> engine("podman", request.network().sockets().podman(), request);
      case CONTAINERD ->
          throw new ImageException(
              Code.UNSUPPORTED,
              "not built: its API is gRPC; export the image with 'ctr images export' and give the file with --input");
      case REMOTE ->
          new Registry(request.network().registry(), request.limits())
              .open(Reference.parse(request.target()), request.platform());
    };
  }

  private static Image engine(String name, String address, ImageRequest request)
      throws IOException {
    var waiting = request.network().registry().waiting();
    return new Daemon(name, DaemonAddress.parse(address), waiting, request.limits())
        .open(request.target(), request.platform());
  }

  private static ImageException joined(
      ImageRequest request, Map<ImageSource, ImageException> errors) {
    String lines =
        request.sources().stream()
            .distinct()
            .map(source -> "\n  %s: %s".formatted(source.id(), message(errors, source)))
            .collect(Collectors.joining());
    var remote = Optional.ofNullable(errors.get(ImageSource.REMOTE));
    Code code =
        remote
            .or(() -> errors.values().stream().findFirst())
            .map(ImageException::code)
            .orElse(Code.NOT_FOUND);
    String nowhere = errors.isEmpty() ? ": there is no source to look in" : "";
    return new ImageException(
        code, "cannot open image %s%s%s".formatted(request.target(), nowhere, lines));
  }

  private static String message(Map<ImageSource, ImageException> errors, ImageSource source) {
    ImageException error = errors.get(source);
    return error == null ? "" : String.valueOf(error.getMessage());
  }
}
