package clipscope.ui.fx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Runs a class's constructor and test methods on the JavaFX thread, without a display
/// (`-Dglass.platform=Headless`).
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FxTest.OnFxThread.class)
public @interface FxTest {

    final class OnFxThread implements BeforeAllCallback, InvocationInterceptor {

        private static final int PATIENCE_SECONDS = 30;
        private static final CompletableFuture<Void> TOOLKIT = new CompletableFuture<>();

        static {
            Platform.startup(() -> TOOLKIT.complete(null));
            Platform.setImplicitExit(false);
        }

        @Override
        public void beforeAll(ExtensionContext context) throws Exception {
            TOOLKIT.get(PATIENCE_SECONDS, TimeUnit.SECONDS); // a toolkit that cannot start fails the test
        }

        @Override
        public <T> T interceptTestClassConstructor(
                Invocation<T> invocation,
                ReflectiveInvocationContext<Constructor<T>> constructor,
                ExtensionContext context)
                throws Throwable {
            return onFxThread(invocation);
        }

        @Override
        public void interceptBeforeEachMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            var _ = onFxThread(invocation);
        }

        @Override
        public void interceptAfterEachMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            var _ = onFxThread(invocation);
        }

        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            var _ = onFxThread(invocation);
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            var _ = onFxThread(invocation);
        }

        private static <T> T onFxThread(Invocation<T> invocation) throws Throwable {
            CompletableFuture<T> done = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return invocation.proceed();
                        } catch (Throwable t) {
                            throw new CompletionException(t);
                        }
                    },
                    Platform::runLater);
            try {
                return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw e.getCause();
            }
        }
    }
}
