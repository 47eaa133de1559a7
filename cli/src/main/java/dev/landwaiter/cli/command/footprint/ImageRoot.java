package dev.landwaiter.cli.command.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The mounted files of an image. Links are followed inside it alone.
record ImageRoot(Path folder) {
  private static final int LINKS = 40;

  /// The path of a program inside the image.
  ///
  /// @param program a path, or a name to look for
  /// @param path folders with `:` between them
  Optional<String> find(String program, String path) throws IOException {
    List<String> places =
        program.contains("/")
            ? List.of(program)
            : List.of(path.split(":", -1)).stream().map(each -> each + "/" + program).toList();
    for (String each : places) {
      if (file(each).isPresent()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The program that loads an executable, where one does.
  Optional<String> loader(String program) throws IOException {
    Optional<Path> file = file(program);
    return file.isPresent() ? ElfInterpreter.of(file.get()) : Optional.empty();
  }

  private Optional<Path> file(String inside) throws IOException {
    Path at = folder;
    Path rest =
        folder
            .getFileSystem()
            .getPath("/")
            .relativize(folder.getFileSystem().getPath("/" + inside).normalize());
    for (int links = 0; links < LINKS; ) {
      Path next = at.resolve(rest.getName(0));
      boolean last = rest.getNameCount() == 1;
      if (Files.isSymbolicLink(next)) {
        Path target = Files.readSymbolicLink(next);
        Path from = folder.relativize(at);
        Path whole =
            target.isAbsolute()
                ? target
                : folder.getFileSystem().getPath("/").resolve(from).resolve(target);
        Path joined = last ? whole : whole.resolve(rest.subpath(1, rest.getNameCount()));
        rest = folder.getFileSystem().getPath("/").relativize(joined.normalize());
        at = folder;
        links++;
      } else if (last) {
        return Files.isRegularFile(next, LinkOption.NOFOLLOW_LINKS)
            ? Optional.of(next)
            : Optional.empty();
      } else if (Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
        at = next;
        rest = rest.subpath(1, rest.getNameCount());
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
