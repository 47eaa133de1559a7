package dev.landwaiter.inventory.lang;

import static dev.landwaiter.base.finding.LanguageType.GEMSPEC;
import static dev.landwaiter.base.finding.LanguageType.JAR;
import static dev.landwaiter.base.finding.LanguageType.NODE_PKG;
import static dev.landwaiter.base.finding.LanguageType.PYTHON_PKG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Analyzer;
import dev.landwaiter.inventory.lang.java.JarAnalyzer;
import dev.landwaiter.inventory.lang.java.JavaIndex;
import dev.landwaiter.inventory.lang.node.NodePackage;
import dev.landwaiter.inventory.lang.python.PythonEgg;
import dev.landwaiter.inventory.lang.python.PythonPackage;
import dev.landwaiter.inventory.lang.ruby.Gemspec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageAgreementTest {
  private static final List<Analyzer> ANALYZERS =
      List.of(
          new NodePackage(),
          new PythonPackage(),
          new PythonEgg(),
          new JarAnalyzer(JavaIndex.EMPTY, false),
          new Gemspec());

  @Test
  void everyPackageAsRecordedWhereNothingWasDropped() throws Exception {
    List<String> expected =
        Described.recorded(
            Archives.recorded("ageddetection-priority-comprehensive.json"),
            NODE_PKG,
            PYTHON_PKG,
            JAR,
            GEMSPEC);
    assertThat(expected).hasSize(1754);
    assertThat(ours("debian-12-app-aged.oci.tar")).containsExactlyElementsOf(expected);
  }

  @Test
  void allPackagesThatNoDebianPackageOwns() throws Exception {
    List<String> expected =
        Described.recorded(
            Archives.recorded("debian-12-app.pkgs.json"), NODE_PKG, PYTHON_PKG, JAR, GEMSPEC);
    assertThat(expected).hasSize(1673);
    assertThat(ours("debian-12-app.oci.tar")).containsAll(expected);
  }

  private static List<String> ours(String image) throws Exception {
    List<TreeFile> files =
        Archives.imageFiles(image, file -> ANALYZERS.stream().anyMatch(a -> a.wants(file)));
    return Described.ours(Described.inventory(ANALYZERS, files));
  }
}
