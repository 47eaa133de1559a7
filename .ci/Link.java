import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Link FOLDER: links what the compiler leaves to be linked at every start, in the program's own
/// classes in the jars of FOLDER: switches over types, and the equality and hash of records. The VM
/// makes a class for each of them when it is first used, and the AOT cache (JEP 483) cannot hold
/// those. Each becomes a private method that answers as `SwitchBootstraps.typeSwitch` and
/// `ObjectMethods` are specified to; what is linked already stays as it is.
final class Link {
  private static final String OWN = "dev/landwaiter/";
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");

  private Link() {}

  public static void main(String[] words) throws IOException {
    List<Path> jars;
    try (var files = Files.list(Path.of(words[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      ClassFile files =
          ClassFile.of(
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader)));
      for (Path jar : jars) {
        link(files, jar);
      }
    }
  }

  private static void link(ClassFile files, Path jar) throws IOException {
    Path written = Files.createTempFile(jar.toAbsolutePath().getParent(), "link", ".tmp");
    boolean changed = false;
    try (ZipFile in = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
      for (ZipEntry entry : in.stream().toList()) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry);
        if (entry.getName().startsWith(OWN) && entry.getName().endsWith(".class")) {
          ClassModel model = files.parse(bytes);
          if (model.methods().stream().anyMatch(Link::open)) {
            bytes = files.transformClass(model, ClassTransform.ofStateful(() -> new Linked(model)));
            changed = true;
          }
        }
        copy.setMethod(ZipEntry.DEFLATED);
        copy.setCompressedSize(-1);
        copy.setSize(bytes.length);
        copy.setCrc(crc(bytes));
        out.putNextEntry(copy);
        out.write(bytes);
      }
    }
    if (changed) {
      Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(jar));
      Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(written);
    }
  }

  private static long crc(byte[] bytes) {
    var crc = new java.util.zip.CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static boolean open(MethodModel method) {
    return method.code().stream().flatMap(code -> code.elementStream()).anyMatch(Link::open);
  }

  private static boolean open(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction call)) {
      return false;
    }
    ClassDesc owner = call.bootstrapMethod().owner();
    String name = call.bootstrapMethod().methodName();
    return owner.equals(SWITCHES)
            && name.equals("typeSwitch")
            && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance)
        || owner.equals(RECORDS)
            && List.of("equals", "hashCode").contains(call.name().stringValue());
  }

  /// One class: its open calls go to methods that are added at its end.
  private static final class Linked implements ClassTransform {
    private final ClassModel model;
    private final List<InvokeDynamicInstruction> calls = new ArrayList<>();

    Linked(ClassModel model) {
      this.model = model;
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
      if (element instanceof MethodModel method && open(method)) {
        builder.transformMethod(method, MethodTransform.transformingCode(this::replace));
      } else {
        builder.with(element);
      }
    }

    private void replace(CodeBuilder code, CodeElement element) {
      if (open(element)) {
        InvokeDynamicInstruction call = (InvokeDynamicInstruction) element;
        boolean inInterface = model.flags().has(AccessFlag.INTERFACE);
        code.invokestatic(
            model.thisClass().asSymbol(), name(calls.size()), call.typeSymbol(), inInterface);
        calls.add(call);
      } else {
        code.with(element);
      }
    }

    @Override
    public void atEnd(ClassBuilder builder) {
      int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
      for (int i = 0; i < calls.size(); i++) {
        InvokeDynamicInstruction call = calls.get(i);
        builder.withMethodBody(name(i), call.typeSymbol(), flags, code -> body(code, call));
      }
    }

    private static String name(int number) {
      return "linked$" + number;
    }

    private static void body(CodeBuilder code, InvokeDynamicInstruction call) {
      List<ConstantDesc> given = call.bootstrapArgs();
      switch (call.name().stringValue()) {
        case "equals" -> equality(code, call.typeSymbol().parameterType(0), getters(given));
        case "hashCode" -> hash(code, getters(given));
        default -> choice(code, given);
      }
    }

    /// (value, from) → -1 for null, else the first label from `from` on that fits, else their number.
    private static void choice(CodeBuilder code, List<ConstantDesc> labels) {
      Label some = code.newLabel();
      code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
      for (int i = 0; i < labels.size(); i++) {
        Label next = code.newLabel();
        code.iload(1).loadConstant(i).if_icmpgt(next);
        code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
        code.loadConstant(i).ireturn().labelBinding(next);
      }
      code.loadConstant(labels.size()).ireturn();
    }

    private static List<DirectMethodHandleDesc> getters(List<ConstantDesc> given) {
      return given.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
    }

    private static void hash(CodeBuilder code, List<DirectMethodHandleDesc> getters) {
      code.iconst_0();
      for (DirectMethodHandleDesc getter : getters) {
        ClassDesc type = field(code.bipush(31).imul(), 0, getter);
        ClassDesc owner = type.isPrimitive() ? box(type) : OBJECTS;
        ClassDesc parameter = type.isPrimitive() ? type : CD_Object;
        code.invokestatic(owner, "hashCode", MethodTypeDesc.of(CD_int, parameter)).iadd();
      }
      code.ireturn();
    }

    private static void equality(
        CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> getters) {
      Label same = code.newLabel();
      Label different = code.newLabel();
      code.aload(0).aload(1).if_acmpeq(same);
      code.aload(1).instanceOf(self).ifeq(different);
      code.aload(1).checkcast(self).astore(2);
      for (DirectMethodHandleDesc getter : getters) {
        field(code, 0, getter);
        ClassDesc type = field(code, 2, getter);
        if (!type.isPrimitive()) {
          code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
          code.ifeq(different);
        } else if (type.equals(CD_float) || type.equals(CD_double)) {
          code.invokestatic(box(type), "compare", MethodTypeDesc.of(CD_int, type, type));
          code.ifne(different);
        } else if (type.equals(CD_long)) {
          code.lcmp().ifne(different);
        } else {
          code.if_icmpne(different);
        }
      }
      code.labelBinding(same).iconst_1().ireturn();
      code.labelBinding(different).iconst_0().ireturn();
    }

    private static ClassDesc field(CodeBuilder code, int slot, DirectMethodHandleDesc getter) {
      ClassDesc type = getter.invocationType().returnType();
      code.aload(slot).getfield(getter.owner(), getter.methodName(), type);
      return type;
    }

    private static ClassDesc box(ClassDesc type) {
      return switch (TypeKind.from(type)) {
        case BOOLEAN -> ClassDesc.of("java.lang.Boolean");
        case BYTE -> ClassDesc.of("java.lang.Byte");
        case CHAR -> ClassDesc.of("java.lang.Character");
        case SHORT -> ClassDesc.of("java.lang.Short");
        case INT -> ClassDesc.of("java.lang.Integer");
        case LONG -> ClassDesc.of("java.lang.Long");
        case FLOAT -> ClassDesc.of("java.lang.Float");
        case DOUBLE -> ClassDesc.of("java.lang.Double");
        case REFERENCE, VOID -> throw new IllegalArgumentException(type.displayName());
      };
    }
  }
}
