// A C interface to libtorch: any ATen operator by name through the c10 dispatcher's boxed calling convention, plus
// the little that is not an operator (memory, autograd, generators, files).
// A tensor handle is an owned at::TensorImpl* (one intrusive reference). Every entry point that can throw returns 0 for
// success, otherwise the text of the exception is in ct_last_error() (thread local).
#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/api/include/torch/serialize.h>
#include <torch/csrc/api/include/torch/version.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

#define API extern "C" __attribute__((visibility("default")))
#define TV (TORCH_VERSION_MAJOR * 100 + TORCH_VERSION_MINOR)

using c10::IValue;
using torch::autograd::Node;
using torch::autograd::SavedVariable;
using torch::autograd::variable_list;

#if TV >= 204
template <class X> using Opt = std::optional<X>;
#else
template <class X> using Opt = c10::optional<X>;  // a class of its own before 2.3
#endif

namespace {

thread_local std::string last_error;

void set_error(const char* text) noexcept {
  try { last_error = text; } catch (...) { last_error.clear(); }
}

template <class F> int guard(F&& f) noexcept {
  try {
    f();
    return 0;
  } catch (const c10::Error& e) {
    set_error(e.what_without_backtrace());
  } catch (const std::exception& e) {
    set_error(e.what());
  } catch (...) {
    set_error("unknown C++ exception");
  }
  return 1;
}

// ---- handles -----------------------------------------------------------------------------------

using Handle = c10::TensorImpl*;
using Impl = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

at::Tensor borrow(Handle h) { return h ? at::Tensor(Impl::reclaim_copy(h)) : at::Tensor(); }
Handle release(at::Tensor t) { return t.defined() ? t.unsafeReleaseTensorImpl() : nullptr; }
void drop(Handle h) { if (h) c10::raw::intrusive_ptr::decref(h); }

variable_list borrow_all(Handle* p, int n) {
  variable_list v;
  v.reserve(n);
  for (int i = 0; i < n; ++i) v.push_back(borrow(p[i]));
  return v;
}

// ---- values ------------------------------------------------------------------------------------

// What crosses the boundary: 16 bytes, laid out as Interop/Value.cs.
enum Tag : int32_t {
  None, Int, Double, Bool, TensorTag, TensorList, IntList, DoubleList, BoolList, String, DeviceTag, Gen, Complex
};
struct Value {
  int32_t tag;
  int32_t count;
  union { int64_t i; double d; void* p; };
};

// How an argument of a schema wants its IValue; found once per operator.
enum class Kind : uint8_t { Any, Float, IntList, FloatList, OptTensorList, ScalarList };

struct Operator {
  c10::OperatorHandle handle;
  std::vector<Kind> kinds;
  std::vector<Opt<IValue>> defaults;
  std::string schema;
};

Kind kind_of(c10::TypePtr t) {
  if (auto o = t->cast<c10::OptionalType>()) t = o->getElementType();
  if (t->kind() == c10::TypeKind::FloatType) return Kind::Float;
  auto list = t->cast<c10::ListType>();
  if (!list) return Kind::Any;
  switch (list->getElementType()->kind()) {
    case c10::TypeKind::OptionalType: return Kind::OptTensorList;
    case c10::TypeKind::FloatType: return Kind::FloatList;
    case c10::TypeKind::NumberType: return Kind::ScalarList;
    case c10::TypeKind::TensorType:
    case c10::TypeKind::BoolType: return Kind::Any;
    default: return Kind::IntList;
  }
}

template <class E> IValue list_of(const E* p, int n) {
  c10::List<E> l;
  l.reserve(n);
  for (int i = 0; i < n; ++i) l.push_back(p[i]);
  return l;
}

template <class E> IValue scalars_of(const E* p, int n) {
  c10::impl::GenericList l(c10::NumberType::get());
  l.reserve(n);
  for (int i = 0; i < n; ++i) l.push_back(p[i]);
  return l;
}

IValue to_ivalue(const Value& v, Kind k) {
  switch (v.tag) {
    case None: return {};
    case Int:
      if (k == Kind::Float) return static_cast<double>(v.i);
      return k == Kind::IntList ? list_of(&v.i, 1) : IValue(v.i);
    case Double: return k == Kind::FloatList ? list_of(&v.d, 1) : IValue(v.d);
    case Bool: return v.i != 0;
    case TensorTag: return IValue(borrow(static_cast<Handle>(v.p)));
    case TensorList: {
      auto p = static_cast<Handle*>(v.p);
      if (k == Kind::OptTensorList) {
        c10::List<Opt<at::Tensor>> l;
        l.reserve(v.count);
        for (int i = 0; i < v.count; ++i) l.push_back(p[i] ? Opt<at::Tensor>(borrow(p[i])) : Opt<at::Tensor>());
        return l;
      }
      c10::List<at::Tensor> l;
      l.reserve(v.count);
      for (int i = 0; i < v.count; ++i) l.push_back(borrow(p[i]));
      return l;
    }
    case IntList: {
      auto p = static_cast<int64_t*>(v.p);
      return k == Kind::ScalarList ? scalars_of(p, v.count) : list_of(p, v.count);
    }
    case DoubleList: {
      auto p = static_cast<double*>(v.p);
      return k == Kind::ScalarList ? scalars_of(p, v.count) : list_of(p, v.count);
    }
    case BoolList: {
      c10::List<bool> l;
      for (int i = 0; i < v.count; ++i) l.push_back(static_cast<uint8_t*>(v.p)[i] != 0);
      return l;
    }
    case String: return std::string(static_cast<char*>(v.p), v.count);
    case DeviceTag:
      return c10::Device(static_cast<c10::DeviceType>(v.count), static_cast<c10::DeviceIndex>(v.i));
    case Gen: return *static_cast<at::Generator*>(v.p);
    case Complex: return c10::complex<double>(static_cast<double*>(v.p)[0], static_cast<double*>(v.p)[1]);
  }
  TORCH_CHECK(false, "unknown value tag ", v.tag);
}

template <class E> E* out_list(Value& r, Tag tag, size_t n) {
  r.tag = tag;
  r.count = static_cast<int>(n);
  r.p = n ? malloc(n * sizeof(E)) : nullptr;
  TORCH_CHECK(!n || r.p, "out of memory");
  return static_cast<E*>(r.p);
}

void from_ivalue(IValue&& v, Value& r) {
  r = {None, 0, {0}};
  if (v.isTensor()) {
    r.tag = TensorTag;
    r.p = release(std::move(v).toTensor());
  } else if (v.isInt()) {
    r.tag = Int;
    r.i = v.toInt();
  } else if (v.isDouble()) {
    r.tag = Double;
    r.d = v.toDouble();
  } else if (v.isBool()) {
    r.tag = Bool;
    r.i = v.toBool();
  } else if (v.isComplexDouble()) {
    auto c = v.toComplexDouble();
    auto p = out_list<double>(r, Complex, 2);
    p[0] = c.real();
    p[1] = c.imag();
  } else if (v.isTensorList()) {
    auto l = v.toTensorVector();
    auto p = out_list<Handle>(r, TensorList, l.size());
    for (size_t i = 0; i < l.size(); ++i) p[i] = release(std::move(l[i]));
  } else if (v.isIntList()) {
    auto l = v.toIntVector();
    std::copy(l.begin(), l.end(), out_list<int64_t>(r, IntList, l.size()));
  } else {
    TORCH_CHECK(v.isNone(), "unsupported return type ", v.tagKind());
  }
}

// ---- a node of the autograd graph whose backward is a managed function ---------------------------

// saved, grad_out: borrowed. grad_in: the callback hands over one reference each, null where there is no gradient.
// Returns 0, or 1 after ct_set_error().
using BackwardCallback = int (*)(void* context, Handle* saved, int saved_count, Handle* grad_out, int grad_out_count,
                                 Handle* grad_in, int grad_in_count, const uint8_t* needed);

struct ManagedNode : public Node {
  BackwardCallback callback = nullptr;
  void (*free_context)(void*) = nullptr;
  void* context = nullptr;
  std::string label;
  bool materialize = true;
  std::vector<SavedVariable> saved;

  ~ManagedNode() override { if (free_context) free_context(context); }
#if TV >= 213  // Node is reference counted intrusively from here on; not tested yet
  c10::intrusive_ptr<Node> self() { return c10::intrusive_ptr<Node>::reclaim_copy(this); }
#else
  std::shared_ptr<Node> self() { return shared_from_this(); }
#endif
  std::string name() const override { return label; }
  void release_variables() override { for (auto& s : saved) s.reset_data(); }

  variable_list apply(variable_list&& g) override {
    variable_list kept, incoming;
    for (auto& s : saved) kept.push_back(s.unpack(self()));
    for (size_t i = 0; i < g.size(); ++i)
      incoming.push_back(g[i].defined() || !materialize ? std::move(g[i]) : input_metadata(i).zeros_like());
    auto raw = [](const variable_list& v) {
      std::vector<Handle> p;
      for (auto& t : v) p.push_back(t.defined() ? t.unsafeGetTensorImpl() : nullptr);
      return p;
    };
    auto s = raw(kept), go = raw(incoming);
    std::vector<Handle> gi(num_outputs(), nullptr);
    std::vector<uint8_t> needed;
    for (uint32_t i = 0; i < num_outputs(); ++i) needed.push_back(task_should_compute_output(i));
    int rc = callback(context, s.data(), s.size(), go.data(), go.size(), gi.data(), gi.size(), needed.data());
    variable_list result;
    for (Handle h : gi) result.push_back(h ? at::Tensor(Impl::reclaim(h)) : at::Tensor());
    if (rc) throw std::runtime_error(last_error);
    return result;
  }
};

}  // namespace

API const char* ct_last_error() { return last_error.c_str(); }
API const char* ct_version() { return TORCH_VERSION; }
API void ct_set_error(const char* text, int n) { try { last_error.assign(text, n); } catch (...) { last_error.clear(); } }

API void ct_retain(Handle h) { if (h) c10::raw::intrusive_ptr::incref(h); }
API int ct_release(Handle h) { return guard([&] { drop(h); }); }
API void ct_free(void* p) { free(p); }

// ---- operators ---------------------------------------------------------------------------------

API int ct_operator(const char* name, const char* overload, Operator** result) {
  return guard([&] {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<Operator>> known;
    std::lock_guard<std::mutex> lock(mutex);
    auto& slot = known[std::string(name) + "." + overload];
    if (!slot) {
      auto h = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
      auto op = std::make_unique<Operator>(Operator{h, {}, {}, {}});
      for (auto& a : h.schema().arguments()) {
        op->kinds.push_back(kind_of(a.type()));
        op->defaults.push_back(a.default_value());
      }
      std::ostringstream s;
      s << h.schema();
      op->schema = s.str();
      slot = std::move(op);
    }
    *result = slot.get();
  });
}

// Arguments that are left out take the defaults of the schema. *ret_count: in the capacity, out the number.
API int ct_call(const Operator* op, const Value* args, int n, Value* rets, int* ret_count) {
  return guard([&] {
    size_t total = op->kinds.size();
    TORCH_CHECK(static_cast<size_t>(n) <= total, "too many arguments for ", op->schema);
    torch::jit::Stack stack;
    stack.reserve(std::max<size_t>(total, 4));
    for (int i = 0; i < n; ++i) stack.push_back(to_ivalue(args[i], op->kinds[i]));
    for (size_t i = n; i < total; ++i) {
      TORCH_CHECK(op->defaults[i].has_value(), "missing argument ", i, " for ", op->schema);
      stack.push_back(*op->defaults[i]);
    }
    op->handle.callBoxed(&stack);
    TORCH_CHECK(static_cast<int>(stack.size()) <= *ret_count, "too many results of ", op->schema);
    *ret_count = static_cast<int>(stack.size());
    for (size_t i = 0; i < stack.size(); ++i) from_ivalue(std::move(stack[i]), rets[i]);
  });
}

// ---- memory and properties ---------------------------------------------------------------------

// copy != 0: the data are copied; otherwise the tensor lies over them and del(context) is called when its storage dies.
API int ct_from_blob(void* data, const int64_t* sizes, int dims, int dtype, int copy, void* context, void (*del)(void*),
                     Handle* result) {
  return guard([&] {
    auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype));
    at::IntArrayRef shape(sizes, dims);
    if (copy) {
      auto t = at::empty(shape, options);
      if (t.nbytes()) memcpy(t.data_ptr(), data, t.nbytes());
      *result = release(std::move(t));
    } else {
      *result = release(at::from_blob(data, shape, [context, del](void*) { if (del) del(context); }, options));
    }
  });
}
API int ct_data_ptr(Handle h, void** p) { return guard([&] { *p = borrow(h).data_ptr(); }); }
API int ct_shape(Handle h, const int64_t** sizes, const int64_t** strides, int* dims) {
  return guard([&] {
    *sizes = h->sizes().data();
    *strides = h->strides().data();
    *dims = static_cast<int>(h->dim());
  });
}
API int ct_numel(Handle h, int64_t* n) { return guard([&] { *n = h->numel(); }); }
API int ct_dtype(Handle h) { return static_cast<int>(c10::typeMetaToScalarType(h->dtype())); }
API int ct_element_size(Handle h) { return static_cast<int>(h->dtype().itemsize()); }
API int ct_is_contiguous(Handle h, int* r) { return guard([&] { *r = h->is_contiguous(); }); }
API int ct_device(Handle h, int* type, int* index) {
  return guard([&] {
    *type = static_cast<int>(h->device().type());
    *index = h->device().index();
  });
}
API int ct_item(Handle h, Value* r) { return guard([&] { from_ivalue(IValue(borrow(h).item()), *r); }); }
API int ct_save(Handle h, const char* path) { return guard([&] { torch::save(borrow(h), std::string(path)); }); }
API int ct_load(const char* path, Handle* result) {
  return guard([&] {
    at::Tensor t;
    torch::load(t, std::string(path));
    *result = release(std::move(t));
  });
}

// ---- autograd ----------------------------------------------------------------------------------

API int ct_requires_grad(Handle h, int* r) { return guard([&] { *r = borrow(h).requires_grad(); }); }
API int ct_set_requires_grad(Handle h, int v) { return guard([&] { borrow(h).requires_grad_(v != 0); }); }
API int ct_is_leaf(Handle h, int* r) { return guard([&] { *r = borrow(h).is_leaf(); }); }
API int ct_retain_grad(Handle h) { return guard([&] { borrow(h).retain_grad(); }); }
API int ct_grad(Handle h, Handle* result) { return guard([&] { *result = release(borrow(h).grad()); }); }
API int ct_set_grad(Handle h, Handle g) { return guard([&] { borrow(h).mutable_grad() = borrow(g); }); }
API int ct_backward(Handle* tensors, int n, Handle* grads, int retain, int create, Handle* inputs, int input_count) {
  return guard([&] {
    torch::autograd::backward(borrow_all(tensors, n), grads ? borrow_all(grads, n) : variable_list{}, retain != 0,
                              create != 0, borrow_all(inputs, input_count));
  });
}
API int ct_autograd_grad(Handle* outputs, int n, Handle* grads, Handle* inputs, int input_count, int retain, int create,
                         int allow_unused, Handle* results) {
  return guard([&] {
    auto g = torch::autograd::grad(borrow_all(outputs, n), borrow_all(inputs, input_count),
                                   grads ? borrow_all(grads, n) : variable_list{}, retain != 0, create != 0,
                                   allow_unused != 0);
    for (int i = 0; i < input_count; ++i) results[i] = release(std::move(g[i]));
  });
}
API int ct_grad_mode() { return at::GradMode::is_enabled(); }
API void ct_set_grad_mode(int v) { at::GradMode::set_enabled(v != 0); }
API int ct_inference_enter(int v, void** g) { return guard([&] { *g = new c10::InferenceMode(v != 0); }); }
API void ct_inference_exit(void* p) { delete static_cast<c10::InferenceMode*>(p); }

// Makes the outputs, computed outside autograd, the results of a node over the inputs. An output that is an input or
// a view is replaced by a copy; results[i] then differs from outputs[i] and is owned by the caller.
// context is freed when the node dies, or at once when nothing needs a gradient (*attached = 0).
API int ct_custom_function(const char* name, Handle* inputs, int input_count, Handle* outputs, int output_count,
                           const uint8_t* differentiable, Handle* saved, int saved_count, int materialize,
                           BackwardCallback callback, void* context, void (*free_context)(void*), Handle* results,
                           int* attached) {
  return guard([&] {
    auto in = borrow_all(inputs, input_count);
    bool any = false;
    for (auto& t : in) any |= t.defined() && t.requires_grad();
    *attached = any && at::GradMode::is_enabled();
    for (int i = 0; i < output_count; ++i) results[i] = outputs[i];
    if (!*attached) {
      if (free_context) free_context(context);
      return;
    }
#if TV >= 213
    auto node = c10::make_intrusive<ManagedNode>();
#else
    auto node = std::shared_ptr<ManagedNode>(new ManagedNode, torch::autograd::deleteNode);
#endif
    node->callback = callback;
    node->context = context;
    node->free_context = free_context;
    node->label = name;
    node->materialize = materialize != 0;
    node->set_next_edges(torch::autograd::collect_next_edges(in));
    variable_list out;
    for (int i = 0; i < output_count; ++i) {
      auto t = borrow(outputs[i]);
      bool is_input = std::find(inputs, inputs + input_count, outputs[i]) != inputs + input_count;
      if (is_input || t.is_view() || t.requires_grad()) {
        at::NoGradGuard no_grad;
        t = t.detach().clone();
        results[i] = release(t);
      }
      if (differentiable[i]) torch::autograd::set_history(t, node);
      else node->add_input_metadata(t);  // keeps the order of the incoming gradients
      out.push_back(t);
    }
    for (int i = 0; i < saved_count; ++i) {
      auto at_output = std::find(outputs, outputs + output_count, saved[i]) - outputs;
      bool is_output = saved[i] && at_output < output_count;
      node->saved.emplace_back(is_output ? out[at_output] : borrow(saved[i]), is_output);
    }
  });
}

// ---- state of the process ----------------------------------------------------------------------

API int ct_manual_seed(uint64_t seed) { return guard([&] { at::manual_seed(seed); }); }
API int ct_set_num_threads(int n) { return guard([&] { at::set_num_threads(n); }); }
API int ct_get_num_threads() { return at::get_num_threads(); }
API int ct_cuda_device_count(int* n) {
  return guard([&] { *n = at::hasCUDA() ? static_cast<int>(at::detail::getCUDAHooks().getNumGPUs()) : 0; });
}
API int ct_generator(uint64_t seed, void** g) {
  return guard([&] { *g = new at::Generator(at::detail::createCPUGenerator(seed)); });
}
API int ct_default_generator(void** g) {
  return guard([&] { *g = new at::Generator(at::detail::getDefaultCPUGenerator()); });
}
API void ct_generator_delete(void* g) { delete static_cast<at::Generator*>(g); }
API int ct_generator_seed(void* g, uint64_t seed) {
  return guard([&] {
    auto& gen = *static_cast<at::Generator*>(g);
    std::lock_guard<std::mutex> lock(gen.mutex());
    gen.set_current_seed(seed);
  });
}
API int ct_generator_initial_seed(void* g, uint64_t* s) {
  return guard([&] { *s = static_cast<at::Generator*>(g)->current_seed(); });
}
API int ct_generator_state(void* g, Handle* r) {
  return guard([&] { *r = release(static_cast<at::Generator*>(g)->get_state()); });
}
API int ct_generator_set_state(void* g, Handle s) {
  return guard([&] { static_cast<at::Generator*>(g)->set_state(borrow(s)); });
}
