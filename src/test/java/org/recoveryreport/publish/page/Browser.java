package org.recoveryreport.publish.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, as a reader of pages. It reaches no host. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How somebody reads. */
    enum Reading {
        LIGHT(1280, 900, "screen", "light"),
        DARK(1280, 900, "screen", "dark"),
        TABLET(700, 900, "screen", "light"),
        PHONE(390, 844, "screen", "light"),
        PAPER(680, 980, "print", "light");

        private final int width;
        private final int height;
        private final String media;
        private final String colours;

        Reading(int width, int height, String media, String colours) {
            this.width = width;
            this.height = height;
            this.media = media;
            this.colours = colours;
        }
    }

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Starts it; without it, the test is skipped with a word on how to get it.
     *
     * @param downloads exists; where files are saved
     */
    static Browser start(Path downloads) {
        Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "Chromium and its driver are needed to look at pages (Debian: apt-get install chromium"
                        + " chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=en-GB",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");
        options.setExperimentalOption(
                "prefs",
                Map.of("download.default_directory", downloads.toString(), "download.prompt_for_download", false));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        return new Browser(driver);
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How the next page is read. */
    void read(Reading reading) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        reading.width,
                        "height",
                        reading.height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        reading == Reading.PHONE));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        reading.media,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", reading.colours))));
    }

    /** Whether pages may run scripts. */
    void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** The reader's language and region, such as {@code de-DE}. */
    void locale(String locale) {
        Object agent = driver.executeScript("return navigator.userAgent");
        driver.executeCdpCommand(
                "Emulation.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", locale));
    }

    /** Opens a file, and forgets what was logged before. */
    void open(Path page) {
        driver.get("about:blank");
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(page.toUri().toString());
    }

    /** What the page complained of, or its content policy. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What was asked for since the page was opened, itself included. */
    List<String> requests() {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = json(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                urls.add(message.path("params").path("request").path("url").asText());
            }
        }
        return urls;
    }

    /** What axe-core finds against WCAG 2.2 AA, as rule, place and reason. */
    List<String> violations() {
        String found = (String) driver.executeAsyncScript(resource("/axe.min.js") + """
                        ;const done = arguments[arguments.length - 1];
                        axe.run(document, {
                          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
                          resultTypes: ['violations']
                        }).then(
                          result => done(JSON.stringify(result.violations.flatMap(rule => rule.nodes.map(
                            node => rule.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary)))),
                          error => done(JSON.stringify(['axe failed: ' + error])));
                        """);
        List<String> violations = new ArrayList<>();
        json(found).forEach(violation -> violations.add(violation.asText()));
        return violations;
    }

    /** The value of a script of the test, which the page's policy does not bind. */
    Object evaluate(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** As {@link #evaluate}, of a script that calls its last argument with the value. */
    Object await(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    WebElement first(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Texts of what is seen, in the page's order. */
    List<String> texts(String selector) {
        return texts(selector, String::strip);
    }

    List<String> texts(String selector, UnaryOperator<String> read) {
        @SuppressWarnings("unchecked") // the script returns texts
        List<String> texts = (List<String>) evaluate(
                "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())"
                        + ".map(e => e.textContent)",
                selector);
        return texts.stream().map(read).toList();
    }

    /** Waits until the one element that a selector finds has a text. */
    void waitFor(String selector, String text) {
        await("""
                const [selector, text, done] = arguments;
                const look = () => document.querySelector(selector)?.textContent === text ? done() : setTimeout(look, 20);
                look();
                """, selector, text);
    }

    void hover(WebElement element) {
        new Actions(driver).scrollToElement(element).moveToElement(element).perform();
    }

    /** The whole page as a picture. */
    void screenshot(Path file) {
        Object height = evaluate("return document.documentElement.scrollHeight");
        Object width = evaluate("return document.documentElement.clientWidth");
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode((String) picture.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
