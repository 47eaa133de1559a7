package dev.landwaiter.base.template;

import dev.landwaiter.base.text.GoString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a template (reference 13.4) into nodes, the named templates in it besides.
final class Parser {
  private static final int DEPTH_LIMIT = 200;
  private static final String BRACKETS = "parenthesized pipeline";

  private final String name;
  private final String text;
  private final Set<String> functions;
  private final Map<String, List<Node>> named = new HashMap<>();
  private final List<String> variables = new ArrayList<>(List.of("$"));
  private int at;
  private int depth;
  private int ranges;

  /// The word that ended the list read last, and where it stands.
  private String ending = "";

  /// @param name of the template that is run, which errors tell
  /// @param functions names of those there are
  Parser(String name, String text, Set<String> functions) {
    this.name = name;
    this.text = text;
    this.functions = functions;
  }

  /// The templates by name; the one that is run has the name of the whole.
  Map<String, List<Node>> parse() throws TemplateException {
    List<Node> nodes = list();
    if (!ending.isEmpty()) {
      throw wrong("unexpected {{" + ending + "}}");
    }
    named.put(name, nodes);
    return named;
  }

  private TemplateException wrong(String message) {
    return wrong(message, Math.min(at, text.length()));
  }

  private TemplateException wrong(String message, int place) {
    long line = 1 + text.substring(0, place).chars().filter(c -> c == '\n').count();
    return new TemplateException("template: " + name + ":" + line + ": " + message);
  }

  /// Nodes up to `end`, `else` or the end of the text.
  private List<Node> list() throws TemplateException {
    if (++depth > DEPTH_LIMIT) {
      throw wrong("nested deeper than " + DEPTH_LIMIT);
    }
    List<Node> nodes = new ArrayList<>();
    ending = "";
    while (at < text.length()) {
      int open = text.indexOf("{{", at);
      literal(nodes, open < 0 ? text.length() : open);
      if (open < 0) {
        break;
      }
      at = open + 2;
      if (text.startsWith("-", at) && isBlank(peek(1))) {
        at += 2;
      }
      if (text.startsWith("/*", at)) {
        comment();
        continue;
      }
      skipBlanks();
      String word = word();
      if (word.equals("end") || word.equals("else")) {
        at += word.length();
        ending = word;
        if (word.equals("end")) {
          close();
        }
        depth--;
        return nodes;
      }
      action(word, nodes);
      ending = "";
    }
    depth--;
    return nodes;
  }

  /// Literal text up to an index, without what trim markers around it take away.
  private void literal(List<Node> nodes, int end) {
    String part = text.substring(at, end);
    if (text.startsWith("{{-", end) && end + 3 < text.length() && isBlank(text.charAt(end + 3))) {
      int last = part.length();
      while (last > 0 && isBlank(part.charAt(last - 1))) {
        last--;
      }
      part = part.substring(0, last);
    }
    if (!part.isEmpty()) {
      nodes.add(new Node.Text(part));
    }
    at = end;
  }

  private void comment() throws TemplateException {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw wrong("unclosed comment");
    }
    at = end + 2;
    boolean trims = isBlank(peek(0)) && text.startsWith("-}}", at + 1);
    if (!trims && !text.startsWith("}}", at)) {
      throw wrong("comment ends before closing delimiter");
    }
    close();
  }

  private void action(String word, List<Node> nodes) throws TemplateException {
    switch (word) {
      case "if" -> branch(Node.Kind.IF, nodes);
      case "with" -> branch(Node.Kind.WITH, nodes);
      case "range" -> branch(Node.Kind.RANGE, nodes);
      case "define" -> define();
      case "block" -> block(nodes);
      case "template" -> {
        at += word.length();
        skipBlanks();
        int start = at;
        String name = templateName("template clause");
        skipBlanks();
        var pipeline =
            atClose()
                ? new Node.Pipeline(List.of(), false, List.of())
                : pipeline("template clause");
        nodes.add(new Node.Include(name, pipeline, new Node.Source(start, at)));
        close();
      }
      case "break", "continue" -> {
        at += word.length();
        skipBlanks();
        if (!atClose() && at < text.length()) {
          throw wrong("unexpected " + GoString.quoted(token()) + " in {{" + word + "}}");
        }
        if (ranges == 0) {
          throw wrong("{{" + word + "}} outside {{range}}");
        }
        close();
        nodes.add(new Node.Jump(word.equals("break")));
      }
      default -> {
        nodes.add(new Node.Action(pipeline("command")));
        close();
      }
    }
  }

  private void branch(Node.Kind kind, List<Node> nodes) throws TemplateException {
    String word = kind.name().toLowerCase(java.util.Locale.ROOT);
    at += word.length();
    int scope = variables.size();
    skipBlanks();
    Node.Pipeline pipeline = pipeline(word);
    close();
    ranges += kind == Node.Kind.RANGE ? 1 : 0;
    List<Node> then = list();
    ranges -= kind == Node.Kind.RANGE ? 1 : 0;
    List<Node> otherwise = List.of();
    if (ending.equals("else")) {
      skipBlanks();
      String next = word();
      if (next.equals(word) && kind != Node.Kind.RANGE) {
        List<Node> inner = new ArrayList<>();
        branch(kind, inner);
        nodes.add(new Node.Branch(kind, pipeline, then, inner));
        cut(scope);
        return;
      }
      if (next.equals("if") || next.equals("with")) {
        throw wrong("unexpected <" + next + "> in input");
      }
      close();
      otherwise = list();
      if (ending.equals("else")) {
        throw wrong("expected end; found {{else}}");
      }
    }
    if (ending.isEmpty()) {
      throw wrong("unexpected EOF");
    }
    ending = "";
    nodes.add(new Node.Branch(kind, pipeline, then, otherwise));
    cut(scope);
  }

  private void cut(int scope) {
    while (variables.size() > scope) {
      variables.removeLast();
    }
  }

  private void define() throws TemplateException {
    at += "define".length();
    String name = templateName("define clause");
    close();
    body(name);
  }

  private void block(List<Node> nodes) throws TemplateException {
    at += "block".length();
    skipBlanks();
    int start = at;
    String name = templateName("block clause");
    skipBlanks();
    Node.Pipeline pipeline = pipeline("block clause");
    nodes.add(new Node.Include(name, pipeline, new Node.Source(start, at)));
    close();
    body(name);
  }

  private void body(String name) throws TemplateException {
    List<String> outer = List.copyOf(variables);
    variables.clear();
    variables.add("$");
    List<Node> nodes = list();
    if (named.put(name, nodes) != null) {
      throw wrong("template: multiple definition of template " + GoString.quoted(name));
    }
    variables.clear();
    variables.addAll(outer);
    if (!ending.equals("end")) {
      throw wrong(ending.isEmpty() ? "unexpected EOF" : "unexpected {{else}} in define clause");
    }
    ending = "";
  }

  private String templateName(String where) throws TemplateException {
    skipBlanks();
    if (peek(0) != '"' && peek(0) != '`') {
      throw wrong("unexpected " + GoString.quoted(token()) + " in " + where);
    }
    return new Literals(name, text, at).string(end -> at = end);
  }

  private boolean atClose() {
    return text.startsWith("}}", at)
        || (text.startsWith("-}}", at) && at > 0 && isBlank(text.charAt(at - 1)));
  }

  private void close() throws TemplateException {
    skipBlanks();
    if (text.startsWith("-}}", at)) {
      at += 3;
      skipBlanks();
    } else if (text.startsWith("}}", at)) {
      at += 2;
    } else if (at >= text.length()) {
      throw wrong("unclosed action");
    } else if (peek(0) == ')') {
      throw wrong("unexpected right paren");
    } else {
      throw wrong("unexpected " + GoString.quoted(token()) + " in command");
    }
  }

  /// What Go's lexer takes for one word here, as far as errors show it.
  private String token() {
    if (text.startsWith("}}", at) || text.startsWith(":=", at)) {
      return text.substring(at, at + 2);
    }
    int end = peek(0) == '.' || peek(0) == '$' ? at + 1 : at;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    int one = text.offsetByCodePoints(at, at < text.length() ? 1 : 0);
    return text.substring(at, Math.max(end, one));
  }

  /// After a word Go wants a blank or one of a few marks.
  private void endWord() throws TemplateException {
    int c = peek(0);
    boolean fine = c == 0 || isBlank(c) || ".,|:)(".indexOf(c) >= 0 || text.startsWith("}}", at);
    if (!fine) {
      int point = text.codePointAt(at);
      throw wrong("bad character U+%04X '%s'".formatted(point, Character.toString(point)));
    }
  }

  private Node.Pipeline pipeline(String context) throws TemplateException {
    List<String> declared = new ArrayList<>();
    boolean assigns = false;
    int start = at;
    if (peek(0) == '$') {
      declared.add(variable());
      skipBlanks();
      if (peek(0) == ',') {
        if (!context.equals("range")) {
          throw wrong("too many declarations in " + context);
        }
        at++;
        skipBlanks();
        if (peek(0) != '$') {
          throw wrong("range can only initialize variables");
        }
        declared.add(variable());
        skipBlanks();
        if (peek(0) == ',') {
          throw wrong("too many declarations in range");
        }
      }
      assigns = peek(0) == '=';
      if (assigns || text.startsWith(":=", at)) {
        at += assigns ? 1 : 2;
        skipBlanks();
      } else {
        declared.clear();
        at = start;
      }
    }
    List<Node.Command> commands = new ArrayList<>();
    do {
      skipBlanks();
      if (atClose() || (peek(0) == ')' && context.equals(BRACKETS))) {
        break;
      }
      commands.add(command(context));
      skipBlanks();
    } while (skip('|'));
    if (commands.isEmpty()) {
      throw wrong("missing value for " + context);
    }
    variables.addAll(declared);
    return new Node.Pipeline(declared, assigns, commands);
  }

  private boolean skip(char c) {
    boolean there = peek(0) == c;
    at += there ? 1 : 0;
    return there;
  }

  private String variable() throws TemplateException {
    int start = at++;
    while (isLetter(peek(0))) {
      at++;
    }
    return text.substring(start, at);
  }

  private Node.Command command(String context) throws TemplateException {
    int start = at;
    int end = at;
    List<Node.Operand> operands = new ArrayList<>();
    while (at < text.length() && !atClose() && peek(0) != '|' && peek(0) != ')') {
      operands.add(operand(operands.isEmpty() ? context : "operand"));
      end = at;
      skipBlanks();
    }
    if (at >= text.length()) {
      throw wrong("unclosed action");
    }
    if (operands.isEmpty()) {
      throw wrong(
          peek(0) == ')'
              ? "unexpected right paren"
              : "unexpected " + GoString.quoted(token()) + " in " + context);
    }
    return new Node.Command(operands, new Node.Source(start, end));
  }

  private Node.Operand operand(String context) throws TemplateException {
    int start = at;
    int c = peek(0);
    if (c == '(') {
      at++;
      if (++depth > DEPTH_LIMIT) {
        throw wrong("nested deeper than " + DEPTH_LIMIT);
      }
      skipBlanks();
      Node.Pipeline inner = pipeline(BRACKETS);
      skipBlanks();
      if (!skip(')')) {
        throw wrong("unclosed left paren");
      }
      depth--;
      return chain(new Node.Brackets(inner), start);
    }
    if (c == '$') {
      String name = variable();
      if (!variables.contains(name)) {
        throw wrong("undefined variable " + GoString.quoted(name));
      }
      endWord();
      return chain(new Node.Name(name), start);
    }
    if (c == '.' && !isDigit(peek(1))) {
      if (!isLetter(peek(1))) {
        at++;
      }
      return chain(new Node.Dot(), start);
    }
    if (isLetter(c) && !isDigit(c)) {
      String word = word();
      at += word.length();
      endWord();
      var source = new Node.Source(start, at);
      return switch (word) {
        case "true" -> new Node.Constant(true, source);
        case "false" -> new Node.Constant(false, source);
        case "nil" -> new Node.Nothing(source);
        default -> {
          if (!functions.contains(word)) {
            throw wrong("function " + GoString.quoted(word) + " not defined");
          }
          yield new Node.Function(word, source);
        }
      };
    }
    boolean literal = c == '"' || c == '`' || c == '\'' || c == '+' || c == '-' || c == '.';
    if (!literal && !isDigit(c)) {
      throw wrong("unexpected " + GoString.quoted(token()) + " in " + context);
    }
    var literals = new Literals(name, text, at);
    Object value =
        switch (c) {
          case '"', '`' -> literals.string(end -> at = end);
          case '\'' -> literals.character(end -> at = end);
          default -> literals.number(end -> at = end);
        };
    return new Node.Constant(value, new Node.Source(start, at));
  }

  private Node.Operand chain(Node.Base base, int start) throws TemplateException {
    List<String> fields = new ArrayList<>();
    int second = start;
    while (peek(0) == '.' && isLetter(peek(1))) {
      if (isDigit(peek(1))) {
        throw wrong("unexpected " + GoString.quoted(token()) + " in operand");
      }
      if (second == start && at > start) {
        second = at;
      }
      at++;
      String field = word();
      at += field.length();
      fields.add(field);
      endWord();
    }
    return new Node.Chain(base, fields, new Node.Source(start, at), second);
  }

  private String word() {
    int end = at;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  private void skipBlanks() {
    while (isBlank(peek(0))) {
      at++;
    }
  }

  private int peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return c == '_' || (c != 0 && Character.isLetterOrDigit(c));
  }
}
