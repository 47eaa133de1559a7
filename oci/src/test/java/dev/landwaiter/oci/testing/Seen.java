package dev.landwaiter.oci.testing;

import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileVisitor;
import dev.landwaiter.base.tree.TreeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A visitor that writes down what it is shown.
public final class Seen implements FileVisitor {
  private final Predicate<FileEntry> wanted;
  public final List<String> asked = new ArrayList<>();
  public final List<TreeFile> files = new ArrayList<>();
  public final List<FileEntry> tooLarge = new ArrayList<>();

  public Seen(Predicate<FileEntry> wanted) {
    this.wanted = wanted;
  }

  public static Seen everything() {
    return new Seen(_ -> true);
  }

  /// Paths and contents in the order they came: `PATH=TEXT`.
  public List<String> texts() {
    return files.stream().map(file -> file.path() + "=" + file.text()).toList();
  }

  @Override
  public boolean wants(FileEntry file) {
    asked.add(file.path());
    return wanted.test(file);
  }

  @Override
  public void visit(TreeFile file) {
    files.add(file);
  }

  @Override
  public void tooLarge(FileEntry file, long limit) {
    tooLarge.add(file);
  }
}
