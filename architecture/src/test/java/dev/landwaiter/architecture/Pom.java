package dev.landwaiter.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What a module's `pom.xml` says.
///
/// @param modules the folders that are built, in order
/// @param own the artifacts of this project that it depends on; those of tests too, but for
///   `testing`, which is there for all of them
record Pom(List<String> modules, List<String> own) {

  /// The pom of a folder.
  static Pom of(Path folder) {
    try {
      var builders = DocumentBuilderFactory.newInstance();
      builders.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element project =
          builders
              .newDocumentBuilder()
              .parse(folder.resolve("pom.xml").toFile())
              .getDocumentElement();
      List<String> own = new ArrayList<>();
      for (Element dependencies : children(project, "dependencies")) {
        for (Element dependency : children(dependencies, "dependency")) {
          String artifact = text(dependency, "artifactId");
          boolean support = artifact.equals("testing") && text(dependency, "scope").equals("test");
          if (text(dependency, "groupId").equals(House.NAME) && !support) {
            own.add(artifact);
          }
        }
      }
      List<String> modules = new ArrayList<>();
      for (Element list : children(project, "modules")) {
        children(list, "module").forEach(each -> modules.add(each.getTextContent().strip()));
      }
      return new Pom(modules, own.stream().distinct().toList());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(folder + ": " + e, e);
    }
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream()
        .findFirst()
        .map(each -> each.getTextContent().strip())
        .orElse("");
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
