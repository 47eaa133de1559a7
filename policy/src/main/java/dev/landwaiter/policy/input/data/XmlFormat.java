package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;

/// XML as Go's `goxml2json` shows it: elements are objects, attributes have a `-` before their
/// names, text beside them is `#content`, equal names become an array, and prefixes of namespaces
/// are gone.
public final class XmlFormat implements InputFormat {

  /// What to do about a text that is no XML.
  public enum Broken {
    REFUSED,
    /// What stands before the mistake is taken without a word, as Conftest does; an element whose
    /// end is not reached does not stand before it.
    CUT_OFF
  }

  private final Broken broken;

  public XmlFormat(Broken broken) {
    this.broken = broken;
  }

  @Override
  public String name() {
    return "xml";
  }

  @Override
  public Locator locator(String where, byte[] text) {
    try {
      return Locator.of(tree(where, text).positions());
    } catch (FormatException e) {
      return Locator.START;
    }
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return tree(where, text).value();
  }

  private XmlTree tree(String where, byte[] text) throws FormatException {
    // No limit is a mistake of the text, after which what stands before would do.
    InputText.checkSize(where, text);
    var tree = new XmlTree(where);
    try {
      new XmlTokens(where, XmlCharset.decode(where, text), tree).read();
      tree.finish();
    } catch (FormatException e) {
      if (broken == Broken.REFUSED || tree.isTooDeep()) {
        throw e;
      }
    }
    return tree;
  }
}
