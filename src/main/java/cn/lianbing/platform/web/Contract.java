package cn.lianbing.platform.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the contract with what follows from the code and would stand at every operation otherwise: who may call it, what a
 * wrong address or body is answered, the form of every error, the shape of bodies. Operations say only what is their own.
 */
public class Contract implements OASFilter {
  private static final String BASE = "/api/v1";
  private ContractSchemas schemas;

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getPaths().getPathItems() == null) return;
    schemas = new ContractSchemas();
    document.getPaths().getPathItems().forEach((path, item) -> item.getOperations().forEach((verb, operation) ->
        ContractMethods.of(verb.name(), path.replaceFirst("^" + BASE, "")).ifPresent(method -> complete(path, operation, method))));
    schemas.of(Problem.class);
    if (document.getComponents() == null) document.setComponents(OASFactory.createComponents());
    Map<String, Schema> all = new TreeMap<>(document.getComponents().getSchemas() == null ? Map.of() : document.getComponents().getSchemas());
    all.putAll(schemas.named());
    document.getComponents().setSchemas(all);
  }

  private void complete(String path, Operation operation, Method method) {
    if (operation.getResponses() == null) operation.setResponses(OASFactory.createAPIResponses());
    APIResponses responses = operation.getResponses();
    parameters(operation, method);
    body(operation, method);
    boolean narrowed = operation.getParameters() != null && operation.getParameters().stream().anyMatch(one -> one.getIn() == org.eclipse.microprofile.openapi.models.parameters.Parameter.In.QUERY);
    if (operation.getRequestBody() != null) add(responses, 400, "unreadable");
    else if (narrowed) add(responses, 400, "invalid");
    if (annotation(method, Public.class) != null) operation.setSecurity(List.of(OASFactory.createSecurityRequirement()));
    else add(responses, 401, "not-signed-in");
    Roles roles = annotation(method, Roles.class);
    if (roles != null) add(responses, 403, "forbidden: for " + String.join(", ", roles.value()));
    if (path.contains("{")) add(responses, 404, "not-found: no such thing, or not the caller's");
    add(responses, 500, "internal: instance is the number under which it stands in the log");
    responses.getAPIResponses().forEach((status, response) -> {
      if (status.startsWith("2")) success(status, response, method);
      else problem(response);
    });
    operation.setResponses(inOrder(responses));
  }

  private static void add(APIResponses responses, int status, String description) {
    if (!responses.hasAPIResponse(String.valueOf(status))) responses.addAPIResponse(String.valueOf(status), OASFactory.createAPIResponse().description(description));
  }

  private void success(String status, APIResponse response, Method method) {
    if (status.equals("204")) return;
    Produces produces = annotation(method, Produces.class);
    String type = produces == null ? MediaType.APPLICATION_JSON : produces.value()[0];
    Answers answer = method.getAnnotation(Answers.class);
    Schema schema = null;
    if (answer != null) schema = answer.list() ? schemas.page(schemas.any(answer.value())) : schemas.any(answer.value());
    else if (method.getReturnType() != Response.class && method.getReturnType() != void.class) schema = schemas.of(method.getGenericReturnType());
    else if (!type.split(";")[0].equals(MediaType.APPLICATION_JSON)) schema = OASFactory.createSchema().type(Schema.SchemaType.STRING).format("binary");
    else told(response, method);
    if (schema != null) response.setContent(content(type.split(";")[0], schema));
  }

  /** Where the operation names a record of its class itself, that has a shape as well. */
  private void told(APIResponse response, Method method) {
    if (response.getContent() == null) return;
    response.getContent().getMediaTypes().values().stream().map(type -> type.getSchema()).filter(one -> one != null && one.getRef() != null)
        .forEach(one -> Arrays.stream(method.getDeclaringClass().getDeclaredClasses()).filter(type -> type.isRecord() && one.getRef().endsWith("/" + type.getSimpleName())).forEach(schemas::of));
  }

  private void problem(APIResponse response) {
    Content content = response.getContent() == null ? OASFactory.createContent() : response.getContent();
    content.addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schemas.of(Problem.class)));
    response.setContent(content);
  }

  /** Those of a {@link Listing}, which Payara does not look into. */
  private static void parameters(Operation operation, Method method) {
    for (Parameter one : method.getParameters()) if (one.isAnnotationPresent(BeanParam.class) && one.getType() == Listing.class) {
      List<org.eclipse.microprofile.openapi.models.parameters.Parameter> all = new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
      for (String name : List.of("page", "size", "sort")) if (all.stream().noneMatch(present -> name.equals(present.getName()))) {
        Schema.SchemaType type = name.equals("sort") ? Schema.SchemaType.STRING : Schema.SchemaType.INTEGER;
        all.add(OASFactory.createParameter().name(name).in(org.eclipse.microprofile.openapi.models.parameters.Parameter.In.QUERY).schema(OASFactory.createSchema().type(type)));
      }
      operation.setParameters(all);
    }
  }

  private void body(Operation operation, Method method) {
    if (operation.getRequestBody() == null) return;
    Consumes consumes = annotation(method, Consumes.class);
    if (consumes != null && consumes.value()[0].equals(MediaType.MULTIPART_FORM_DATA)) {
      Schema form = OASFactory.createSchema().type(Schema.SchemaType.OBJECT);
      for (Parameter one : method.getParameters()) if (one.isAnnotationPresent(FormParam.class)) form.addProperty(one.getAnnotation(FormParam.class).value(), part(one));
      operation.getRequestBody().setContent(content(MediaType.MULTIPART_FORM_DATA, form));
    } else Arrays.stream(method.getParameters()).filter(Contract::entity).findFirst().ifPresent(one -> operation.getRequestBody().setContent(content(MediaType.APPLICATION_JSON, schemas.of(one.getParameterizedType()))));
  }

  /** A file, or a text which may be one of a few. */
  private static Schema part(Parameter parameter) {
    Schema schema = OASFactory.createSchema().type(Schema.SchemaType.STRING);
    if (parameter.getType() == EntityPart.class) schema.format("binary");
    var said = parameter.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
    if (said != null) for (String one : said.schema().enumeration()) schema.addEnumeration(one);
    return schema;
  }

  private static boolean entity(Parameter parameter) {
    return List.of(PathParam.class, QueryParam.class, FormParam.class, BeanParam.class, Context.class).stream().noneMatch(parameter::isAnnotationPresent);
  }

  private static Content content(String type, Schema schema) {
    return OASFactory.createContent().addMediaType(type, OASFactory.createMediaType().schema(schema));
  }

  private static APIResponses inOrder(APIResponses responses) {
    APIResponses sorted = OASFactory.createAPIResponses();
    responses.getAPIResponses().entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.naturalOrder())).forEach(one -> sorted.addAPIResponse(one.getKey(), one.getValue()));
    return sorted;
  }

  /** The method's, or else its class's. */
  private static <A extends Annotation> A annotation(Method method, Class<A> type) {
    A own = method.getAnnotation(type);
    return own != null || method.isAnnotationPresent(Public.class) ? own : method.getDeclaringClass().getAnnotation(type);
  }
}
