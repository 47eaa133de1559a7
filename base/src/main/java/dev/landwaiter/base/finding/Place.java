package dev.landwaiter.base.finding;

import java.util.List;

/// Where a package lies.
///
/// @param filePath the file that describes it, for packages found one by one; else empty
/// @param locations the lines in that file or in the lockfile
/// @param installedFiles the files it owns, as its database lists them
public record Place(
    Layer layer, String filePath, List<LineRange> locations, List<String> installedFiles) {
  public static final Place NONE = new Place(Layer.NONE, "", List.of(), List.of());

  public Place {
    locations = List.copyOf(locations);
    installedFiles = List.copyOf(installedFiles);
  }

  public static Place file(String path) {
    return new Place(Layer.NONE, path, List.of(), List.of());
  }

  public static Place owning(List<String> installedFiles) {
    return new Place(Layer.NONE, "", List.of(), installedFiles);
  }

  public Place withLayer(Layer layer) {
    return new Place(layer, filePath, locations, installedFiles);
  }

  public Place withInstalledFiles(List<String> files) {
    return new Place(layer, filePath, locations, files);
  }
}
