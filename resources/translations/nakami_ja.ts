<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  {name}: taken for {answers}</source>
        <translation>  {name}: 答えは {answers}</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>1 epoch in {time}, and kept</source>
        <translation>{time}で1エポック学習し、保存しました</translation>
    </message>
    <message>
        <source>1 file is left out</source>
        <translation>1個のファイルを除外しています</translation>
    </message>
    <message>
        <source>1 more class has {rest}.</source>
        <translation>残り1クラスは{rest}です。</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>数が1個</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>画像1枚</translation>
    </message>
    <message>
        <source>1 picture of {height} × {width}</source>
        <translation>{height} × {width}の画像が1枚</translation>
    </message>
    <message>
        <source>1 picture of {height} × {width}, from one filter</source>
        <translation>{height} × {width}の画像が1枚（フィルタ1個から）</translation>
    </message>
    <message>
        <source>3 pictures of {height} × {width}: red, green and blue</source>
        <translation>{height} × {width}の画像が3枚（赤、緑、青）</translation>
    </message>
    <message>
        <source>70 % of each class are for training, 15 % for validation, 15 % for a test that comes once, at the very end. A folder that holds “train” and “test” already stays as it is.</source>
        <translation>各クラスの 70 % が学習用、15 % が検証用、15 % が最後に一度だけ行うテスト用です。「train」と「test」に分かれたフォルダは、その分け方のまま使います。</translation>
    </message>
    <message>
        <source>A .keras or .h5 file: look inside it and classify with it</source>
        <translation>.kerasまたは.h5のファイル。中身を見たり、分類に使ったりできます</translation>
    </message>
    <message>
        <source>A check after every epoch on pictures that are not learned from. The epoch with the lowest validation loss is the best one.</source>
        <translation>学習に使わない画像で、エポックごとに行う確認です。検証損失が最も低いエポックが最良のエポックになります。</translation>
    </message>
    <message>
        <source>A choice holds at once and is remembered. A training goes on.</source>
        <translation>選ぶとすぐに反映され、次回も引き継がれます。実行中の学習は続きます。</translation>
    </message>
    <message>
        <source>A choice holds at once. A training that runs goes on.</source>
        <translation>選ぶとすぐに反映されます。実行中の学習はそのまま続きます。</translation>
    </message>
    <message>
        <source>A convolution has a small picture for each of its kernels. Bright is where the kernel found what it looks for.</source>
        <translation>畳み込み層では、カーネルごとに小さな画像が1枚できます。明るいところは、カーネルが探しているものを見つけた場所です。</translation>
    </message>
    <message>
        <source>A convolution slides small filters over what comes in. Each filter answers where it finds its own pattern.</source>
        <translation>畳み込み層は、入力の上で小さなフィルタをすべらせます。どのフィルタも、自分の探すパターンを見つけた場所で反応します。</translation>
    </message>
    <message>
        <source>A dense layer adds up all the evidence. Here each class gets its score, and the highest one wins.</source>
        <translation>全結合層は、すべての手がかりを足し合わせます。ここではクラスごとに得点が出て、最も高いクラスが選ばれます。</translation>
    </message>
    <message>
        <source>A dense layer adds up all the evidence: each number here weighs everything before in its own way.</source>
        <translation>全結合層は、すべての手がかりを足し合わせます。ここの数はそれぞれ、前の層のすべての値を独自の重みで合計したものです。</translation>
    </message>
    <message>
        <source>A folder “animals” with the subfolders dogs, cats and birds, each with pictures</source>
        <translation>フォルダ「animals」の中にサブフォルダdogs、cats、birdsがあり、それぞれに画像が入っている図</translation>
    </message>
    <message>
        <source>A small square of numbers, 3 × 3 here, that slides over the picture. At each place it is multiplied with what lies under it and summed: how alike the two are.</source>
        <translation>画像の上をすべらせる小さな正方形の数の並びです（ここでは 3 × 3）。各位置で下にある値と掛け合わせて合計し、どれだけ似ているかを表します。</translation>
    </message>
    <message>
        <source>About Nakami</source>
        <translation>Nakamiについて</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>活性化</translation>
    </message>
    <message>
        <source>All epochs</source>
        <translation>全エポック</translation>
    </message>
    <message>
        <source>Another picture…</source>
        <translation>別の画像…</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Answers from {name} as it stands after epoch {epoch}. Photos stay on this computer.</source>
        <translation>{name}のエポック{epoch}時点のモデルが答えます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Answers from {name} in its first epoch. Photos stay on this computer.</source>
        <translation>{name}の最初のエポックのモデルが答えます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Answers from {name}, best epoch kept. Photos stay on this computer.</source>
        <translation>{name}の最良のエポックが答えます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Answers from {name}. Photos stay on this computer.</source>
        <translation>{name}が答えます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>As measured in this run.</source>
        <translation>この学習での実測値です。</translation>
    </message>
    <message>
        <source>As the folders name them: train, validation, test.</source>
        <translation>フォルダ名（train、validation、test）のとおりに分けます。</translation>
    </message>
    <message>
        <source>Ask a network about photos of your own. They stay on this computer.</source>
        <translation>自分の写真に何が写っているかをネットワークに尋ねます。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Ask about one photo or many</source>
        <translation>写真を1枚、または何枚でも選べます</translation>
    </message>
    <message>
        <source>Ask about the copied picture or files (Ctrl+V)</source>
        <translation>コピーした画像やファイルを分類します (Ctrl+V)</translation>
    </message>
    <message>
        <source>Ask another network</source>
        <translation>別のネットワークを使います</translation>
    </message>
    <message>
        <source>Average pooling keeps the mean of every small window: pictures shrink and become calmer.</source>
        <translation>平均プーリングは、小さな窓ごとに平均を残します。画像は小さく、なめらかになります。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>Batch normalization shifts and stretches each picture, so that all of them live on a similar scale.</source>
        <translation>バッチ正規化は、各画像の値をずらして伸び縮みさせ、すべてを同じくらいの範囲にそろえます。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>最良のエポック</translation>
    </message>
    <message>
        <source>Best epoch {best} of {epochs}: validation loss {loss}, accuracy {accuracy}</source>
        <translation>最良のエポック {best} / {epochs}: 検証損失 {loss}、正解率 {accuracy}</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>フォルダのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>パスを確認してください。</translation>
    </message>
    <message>
        <source>Choose a folder that Nakami made, or a .keras file.</source>
        <translation>Nakamiが作ったフォルダか、.kerasファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダを選ぶ…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選ぶ</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>画像を選ぶ</translation>
    </message>
    <message>
        <source>Choose a picture. While a training runs, what you see moves with it.</source>
        <translation>画像を選びます。学習中は、表示も学習とともに動きます。</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>画像を選ぶ…</translation>
    </message>
    <message>
        <source>Choose an earlier run</source>
        <translation>以前の学習を選ぶ</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>写真を選ぶ</translation>
    </message>
    <message>
        <source>Choose photos…</source>
        <translation>写真を選ぶ…</translation>
    </message>
    <message>
        <source>Choose the folder that holds a subfolder for each class</source>
        <translation>クラスごとのサブフォルダが入ったフォルダを選ぶ</translation>
    </message>
    <message>
        <source>Choose the folder that holds one subfolder for each class.</source>
        <translation>クラスごとのサブフォルダが入ったフォルダを選んでください。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Common</source>
        <translation>共通</translation>
    </message>
    <message>
        <source>Copies the whole message for a report</source>
        <translation>報告用にメッセージ全体をコピーします</translation>
    </message>
    <message>
        <source>Copy a picture, or picture files, then paste again.</source>
        <translation>画像か画像ファイルをコピーしてから、もう一度貼り付けてください。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Copy the path and open it in a file manager.</source>
        <translation>パスをコピーして、ファイルマネージャーで開いてください。</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全結合層（Dense）</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Double-click a run to look inside it</source>
        <translation>ダブルクリックすると、その学習の中身を見られます</translation>
    </message>
    <message>
        <source>Drop a folder of pictures here</source>
        <translation>ここに画像のフォルダをドロップ</translation>
    </message>
    <message>
        <source>Drop one here, or choose one: every layer shows what it makes of it.</source>
        <translation>ここにドロップするか、選んでください。各層がその画像から何を作るかが見られます。</translation>
    </message>
    <message>
        <source>Drop one photo or many on the window, choose them, or paste one.</source>
        <translation>写真を1枚でも何枚でもウィンドウにドロップするか、選ぶか、貼り付けます。</translation>
    </message>
    <message>
        <source>Drop photos here</source>
        <translation>ここに写真をドロップ</translation>
    </message>
    <message>
        <source>Drop the folder on the window, or choose it. To try first, take the sample creatures.</source>
        <translation>フォルダをウィンドウにドロップするか、選びます。まず試すだけなら、サンプルの生き物を使えます。</translation>
    </message>
    <message>
        <source>Drop the next photos here</source>
        <translation>次の写真をここにドロップ</translation>
    </message>
    <message>
        <source>Drop the one folder that holds a subfolder for each class.</source>
        <translation>クラスごとのサブフォルダが入ったフォルダを、1つだけドロップしてください。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>ドロップアウト（Dropout）</translation>
    </message>
    <message>
        <source>Dropout leaves out random values while training, so that the network leans on no single one. It does nothing when classifying.</source>
        <translation>ドロップアウトは、学習中に値をランダムに取り除き、ネットワークが1つの値に頼りすぎないようにします。分類のときは何もしません。</translation>
    </message>
    <message>
        <source>Each its own scale</source>
        <translation>個別の範囲</translation>
    </message>
    <message>
        <source>Each its own scale: every picture from its lowest value to its highest. Common: the same colour is the same value in all of them.</source>
        <translation>個別の範囲：画像ごとに最小値から最大値までを色にします。共通：すべての画像で、同じ色は同じ値を表します。</translation>
    </message>
    <message>
        <source>Earlier layers</source>
        <translation>前の層</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>これまでの学習</translation>
    </message>
    <message>
        <source>Earlier run…</source>
        <translation>以前の学習…</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Epoch {epoch} was not saved. Epoch {saved} is safe.</source>
        <translation>エポック{epoch}は保存されていません。エポック{saved}までは保存されています。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>Every file is a picture that can be read</source>
        <translation>すべてのファイルが読み取れる画像です</translation>
    </message>
    <message>
        <source>Every picture is stretched to this square before the network sees it. The tutorial uses 100.</source>
        <translation>すべての画像は、この大きさの正方形に引き伸ばしてからネットワークに渡します。チュートリアルでは100です。</translation>
    </message>
    <message>
        <source>Every training keeps a folder under “Runs”; delete the ones that you no longer need.</source>
        <translation>学習するたびに「学習記録」の下にフォルダが1つできます。不要になったものは削除してかまいません。</translation>
    </message>
    <message>
        <source>Explain the page in sight</source>
        <translation>表示中のページの説明</translation>
    </message>
    <message>
        <source>Explains the page (F1)</source>
        <translation>このページの説明 (F1)</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation>除外したファイル</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>平坦化（Flatten）</translation>
    </message>
    <message>
        <source>Flatten lays all numbers side by side in one long row, so that a dense layer can read them.</source>
        <translation>平坦化は、すべての数を長い1列に並べ、全結合層が読めるようにします。</translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation>画像のフォルダ…</translation>
    </message>
    <message>
        <source>Folders that you open are listed here.</source>
        <translation>開いたフォルダがここに並びます。</translation>
    </message>
    <message>
        <source>Free some space, choose a smaller image size, or another place with NAKAMI_HOME.</source>
        <translation>空き容量を増やすか、画像サイズを小さくするか、NAKAMI_HOMEで別の場所を指定してください。</translation>
    </message>
    <message>
        <source>From the epochs measured so far.</source>
        <translation>これまでのエポックの実測値から計算しています。</translation>
    </message>
    <message>
        <source>Global average pooling keeps one number of each picture, its mean: how much was found, no matter where.</source>
        <translation>グローバル平均プーリングは、画像ごとに平均の1つの数だけを残します。場所に関係なく、どれだけ見つかったかを表します。</translation>
    </message>
    <message>
        <source>Global max pooling keeps one number of each picture, its strongest: whether it was found, no matter where.</source>
        <translation>グローバル最大プーリングは、画像ごとに最も大きい1つの数だけを残します。場所に関係なく、見つかったかどうかを表します。</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>学習を続ける</translation>
    </message>
    <message>
        <source>Go on with the training (Space)</source>
        <translation>学習を再開します (Space)</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>画像の点検</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Help on {page}</source>
        <translation>{page}のヘルプ</translation>
    </message>
    <message>
        <source>Here the network learns, and you watch loss and accuracy move while it does.</source>
        <translation>ネットワークが学習するページです。損失と正解率の動きを見守ります。</translation>
    </message>
    <message>
        <source>Here the network names what is on photos that it has never seen.</source>
        <translation>初めて見る写真に何が写っているかを、ネットワークが答えるページです。</translation>
    </message>
    <message>
        <source>Here you choose language and appearance, and see where the program keeps its files.</source>
        <translation>言語と外観を選び、ファイルの保存場所を確かめるページです。</translation>
    </message>
    <message>
        <source>Here you choose what the network learns from: a folder with one subfolder for each class.</source>
        <translation>ネットワークが何から学ぶかを選ぶページです。クラスごとにサブフォルダを分けたフォルダを使います。</translation>
    </message>
    <message>
        <source>Here you see what every layer makes of one picture, from the pixels to the answer.</source>
        <translation>1枚の画像がピクセルから答えになるまで、各層で何が起きるかを見るページです。</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>How each page is used, and what the words of the field mean.</source>
        <translation>各ページの使い方と、用語の意味を説明します。</translation>
    </message>
    <message>
        <source>How far the answers are from the right ones, as one number. Training makes it smaller; 0 is perfect.</source>
        <translation>答えが正解からどれだけ離れているかを表す1つの数です。学習によって小さくなり、0なら完璧です。</translation>
    </message>
    <message>
        <source>How many pictures are looked at before the weights move. 32 is a good start.</source>
        <translation>重みを1回更新するまでに見る画像の枚数です。まずは32がよいでしょう。</translation>
    </message>
    <message>
        <source>How often every training picture is seen.</source>
        <translation>学習用の各画像を何回見るかです。</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>確信度</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>アイコン</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>中身</translation>
    </message>
    <message>
        <source>It answers with one of: {names}</source>
        <translation>次のどれかで答えます：{names}</translation>
    </message>
    <message>
        <source>It can only answer with the classes that it was trained on. On a photo of something else it is wrong, however sure it looks.</source>
        <translation>答えられるのは、学習したクラスだけです。それ以外のものの写真では、どれほど確信があるように見えても間違いです。</translation>
    </message>
    <message>
        <source>It is no class, and is left out.</source>
        <translation>クラスにはならないので、除外しています。</translation>
    </message>
    <message>
        <source>It knows: {names}.</source>
        <translation>知っているクラス：{names}。</translation>
    </message>
    <message>
        <source>It lies in no class folder.</source>
        <translation>どのクラスのフォルダにも入っていません。</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP and most other formats. Files are read, never changed.</source>
        <translation>JPEG、PNG、WebPなど、ほとんどの形式に対応します。ファイルは読むだけで、変更しません。</translation>
    </message>
    <message>
        <source>Keep the answers so far, ask about no more photos</source>
        <translation>ここまでの答えを残し、残りの写真の分類をやめます</translation>
    </message>
    <message>
        <source>Keeps the strongest of each 2 × 2 numbers: half as wide, half as high.</source>
        <translation>2 × 2 の数のうち最も大きいものだけを残します。幅も高さも半分になります。</translation>
    </message>
    <message>
        <source>Kept away until the end: the honest mark.</source>
        <translation>最後まで取っておきます。本当の実力がわかります。</translation>
    </message>
    <message>
        <source>Kernel, filter</source>
        <translation>カーネル、フィルタ</translation>
    </message>
    <message>
        <source>Keys on every page</source>
        <translation>どのページでも使えるキー</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Later layers</source>
        <translation>後の層</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Lays all numbers end to end in one row.</source>
        <translation>すべての数を1列に並べます。</translation>
    </message>
    <message>
        <source>Learning the training pictures by heart instead of what they have in common: training loss falls, validation loss rises.</source>
        <translation>画像に共通する特徴ではなく、学習用の画像そのものを丸暗記してしまうことです。学習損失は下がり、検証損失は上がります。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Look at a picture of your own</source>
        <translation>自分の画像で見てみます</translation>
    </message>
    <message>
        <source>Look at what was found. Every file that cannot be used is listed with its reason; the others are used all the same.</source>
        <translation>見つかったものを確認します。使えないファイルは理由とともに一覧に出ます。ほかのファイルは問題なく使えます。</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>中身を見る</translation>
    </message>
    <message>
        <source>Looking at every picture</source>
        <translation>すべての画像を調べています</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Make a folder with one subfolder for each thing to recognise, each with pictures in it.</source>
        <translation>見分けたいものごとにサブフォルダを分けたフォルダを作り、それぞれに画像を入れてください。</translation>
    </message>
    <message>
        <source>Make a folder, and in it a subfolder for each thing to tell apart: “cats”, “dogs”, “birds”.</source>
        <translation>フォルダを1つ作り、その中に見分けたいものごとのサブフォルダを作ります。例：「猫」「犬」「鳥」</translation>
    </message>
    <message>
        <source>Many at once fill a table.</source>
        <translation>何枚もまとめて渡すと、表に並びます。</translation>
    </message>
    <message>
        <source>Max pooling keeps the strongest value of every small window: pictures shrink, what was found stays.</source>
        <translation>最大プーリングは、小さな窓ごとに最も大きい値を残します。画像は小さくなりますが、見つけたものは残ります。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Models and runs (*.keras *.h5 *.hdf5 run.json)</source>
        <translation>モデルと学習記録 (*.keras *.h5 *.hdf5 run.json)</translation>
    </message>
    <message>
        <source>Model…</source>
        <translation>モデル…</translation>
    </message>
    <message>
        <source>Nakami opens .keras and .h5 files, and the folders of its own runs.</source>
        <translation>Nakamiで開けるのは、.kerasと.h5のファイル、そしてNakamiの学習記録のフォルダです。</translation>
    </message>
    <message>
        <source>Nakami shows what this layer puts out, but does not explain it.</source>
        <translation>Nakamiは、この層の出力を表示しますが、説明はありません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name a folder of pictures to evaluate it on.</source>
        <translation>評価に使う画像のフォルダを指定してください。</translation>
    </message>
    <message>
        <source>Name a new folder for the run.</source>
        <translation>学習記録用に新しいフォルダを指定してください。</translation>
    </message>
    <message>
        <source>Name another folder of pictures to evaluate it on.</source>
        <translation>評価に使う別の画像フォルダを指定してください。</translation>
    </message>
    <message>
        <source>Names of classes and files stay as you wrote them.</source>
        <translation>クラス名とファイル名は、そのまま表示します。</translation>
    </message>
    <message>
        <source>Next picture of the folder</source>
        <translation>フォルダの次の画像</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>答えがありません。</translation>
    </message>
    <message>
        <source>No class has as much as 60 % of the share.</source>
        <translation>どのクラスの割合も 60 % に届いていません。</translation>
    </message>
    <message>
        <source>No network to ask yet</source>
        <translation>答えるネットワークがまだありません</translation>
    </message>
    <message>
        <source>No pictures at hand?</source>
        <translation>手元に画像がないときは</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>まだ画像がありません</translation>
    </message>
    <message>
        <source>None of the run&apos;s test pictures are left in “{folder}”.</source>
        <translation>この学習で使ったテスト画像が、「{folder}」に1枚も残っていません。</translation>
    </message>
    <message>
        <source>None of the test pictures in “{folder}” can be read.</source>
        <translation>「{folder}」のテスト用画像は1枚も読み込めません。</translation>
    </message>
    <message>
        <source>None of the {count:,} files in “{folder}” can be used. The first, {file}: {reason}</source>
        <translation>「{folder}」にある{count:,}個のファイルは、どれも使えません。最初のファイル {file}：{reason}</translation>
    </message>
    <message>
        <source>Not a picture but a device or a pipe.</source>
        <translation>画像ではなく、デバイスまたはパイプです。</translation>
    </message>
    <message>
        <source>Not a picture but a folder.</source>
        <translation>画像ではなく、フォルダです。</translation>
    </message>
    <message>
        <source>Not a picture that Nakami can read.</source>
        <translation>Nakamiが読み取れる画像ではありません。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds HDF5 data.</source>
        <translation>画像ではありません。中身はHDF5のデータです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a NumPy array.</source>
        <translation>画像ではありません。中身はNumPyの配列です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a PDF document.</source>
        <translation>画像ではありません。中身はPDF文書です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a ZIP archive.</source>
        <translation>画像ではありません。中身はZIPアーカイブです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a packed archive.</source>
        <translation>画像ではありません。中身は圧縮アーカイブです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a program.</source>
        <translation>画像ではありません。中身はプログラムです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a video.</source>
        <translation>画像ではありません。中身は動画です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds a web page.</source>
        <translation>画像ではありません。中身はウェブページです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds an Office document or a store of thumbnails.</source>
        <translation>画像ではありません。中身はOffice文書かサムネイルの保存ファイルです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds nothing but blanks.</source>
        <translation>画像ではありません。中身は空白だけです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds plain text.</source>
        <translation>画像ではありません。中身はテキストです。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds sound.</source>
        <translation>画像ではありません。中身は音声です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds the notes of macOS on a folder.</source>
        <translation>画像ではありません。中身はmacOSがフォルダに付けた情報です。</translation>
    </message>
    <message>
        <source>Not a picture: the file holds the notes of macOS on another file.</source>
        <translation>画像ではありません。中身はmacOSが別のファイルに付けた情報です。</translation>
    </message>
    <message>
        <source>Not all parts of the split get one of them.</source>
        <translation>学習・検証・テストのすべてには行き渡りません。</translation>
    </message>
    <message>
        <source>Not asked: there is no network yet.</source>
        <translation>未実行：ネットワークがまだありません。</translation>
    </message>
    <message>
        <source>Not asked: you stopped before its turn.</source>
        <translation>未実行：順番が来る前に停止しました。</translation>
    </message>
    <message>
        <source>Not learned from: they show after each epoch how it does on new pictures.</source>
        <translation>学習には使いません。新しい画像でどうかを、エポックごとに確かめます。</translation>
    </message>
    <message>
        <source>Not sure.</source>
        <translation>確信がありません。</translation>
    </message>
    <message>
        <source>Not sure: it could also be {second}.</source>
        <translation>確信がありません。「{second}」かもしれません。</translation>
    </message>
    <message>
        <source>Not sure: {second} is almost as likely.</source>
        <translation>確信がありません。「{second}」も同じくらいありえます。</translation>
    </message>
    <message>
        <source>Nothing is training. {count:,} training pictures, {epochs} epochs.</source>
        <translation>学習は動いていません。学習用の画像{count:,}枚、{epochs}エポック。</translation>
    </message>
    <message>
        <source>Nothing to look into yet</source>
        <translation>まだ見るものがありません</translation>
    </message>
    <message>
        <source>Numbers that the network learns.</source>
        <translation>ネットワークが学習する数の個数です。</translation>
    </message>
    <message>
        <source>One class has at least 60 % of the share.</source>
        <translation>1つのクラスの割合が 60 % 以上あります。</translation>
    </message>
    <message>
        <source>One class has at least 90 % of the share. The network says so; it may still be wrong.</source>
        <translation>1つのクラスの割合が 90 % 以上あります。ただし、ネットワークが間違っていることもあります。</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>1エポック</translation>
    </message>
    <message>
        <source>One epoch: every training picture was seen once.</source>
        <translation>1エポックで、学習用のすべての画像を1回ずつ見ます。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>お待ちください…</translation>
    </message>
    <message>
        <source>One or many, anywhere on this window. Ctrl+V pastes a copied picture.</source>
        <translation>1枚でも何枚でも、ウィンドウのどこにでもどうぞ。コピーした画像はCtrl+Vで貼り付けられます。</translation>
    </message>
    <message>
        <source>One pass through all training pictures, in a new order each time.</source>
        <translation>学習用のすべての画像をひととおり見ることです。順番は毎回変わります。</translation>
    </message>
    <message>
        <source>One subfolder for each thing to recognise.</source>
        <translation>見分けたいものごとに、サブフォルダを1つ作ります。</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>画像のフォルダを開く</translation>
    </message>
    <message>
        <source>Open a model or an earlier run</source>
        <translation>モデルか以前の学習を開く</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>モデルを開く…</translation>
    </message>
    <message>
        <source>Open an earlier run…</source>
        <translation>以前の学習を開く…</translation>
    </message>
    <message>
        <source>Open another</source>
        <translation>別のものを開く</translation>
    </message>
    <message>
        <source>Open best.keras in that folder instead.</source>
        <translation>代わりに、そのフォルダのbest.kerasを開いてください。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Open folder: {name}</source>
        <translation>フォルダを開く：{name}</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <source>Open pictures first, then watch it learn.</source>
        <translation>まず画像を開いてください。学習の様子を見られます。</translation>
    </message>
    <message>
        <source>Open {path}</source>
        <translation>{path}を開く</translation>
    </message>
    <message>
        <source>Opening the network. Photos stay on this computer.</source>
        <translation>ネットワークを開いています。写真はこのパソコンの外に出ません。</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>過学習</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメータ数</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>画像を貼り付ける</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause after this batch (Space)</source>
        <translation>このバッチの後で一時停止します (Space)</translation>
    </message>
    <message>
        <source>Pause and Stop are at the bottom of the window. What was learned up to the last epoch is kept.</source>
        <translation>一時停止と停止のボタンは、ウィンドウの下端にあります。最後のエポックまでに学習した内容は保存されます。</translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation>一時停止と再開</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Picture and layers</source>
        <translation>画像と層</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Pictures are still being read.</source>
        <translation>画像を読み込んでいる途中です。</translation>
    </message>
    <message>
        <source>Pictures are stretched to a square of the size at the right, whatever their shape. Your files are only read, never changed.</source>
        <translation>画像は縦横比に関係なく、右側の「サイズ」の正方形に引き伸ばして使います。元のファイルは読むだけで、変更しません。</translation>
    </message>
    <message>
        <source>Pixels on each side</source>
        <translation>1辺のピクセル数</translation>
    </message>
    <message>
        <source>Point at a value to read it.</source>
        <translation>値を指すと、数が読めます。</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>プーリング</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Press to sort, again to turn round, a third time for the order of the photos</source>
        <translation>押すと並べ替え、もう一度で逆順、3度目で写真の順に戻ります</translation>
    </message>
    <message>
        <source>Press “Start training”. The defaults are good to begin with; epochs, batch size and seed can be changed.</source>
        <translation>「学習を始める」を押します。最初は初期設定のままで十分です。エポック数、バッチサイズ、シードは変更できます。</translation>
    </message>
    <message>
        <source>Previous picture of the folder</source>
        <translation>フォルダの前の画像</translation>
    </message>
    <message>
        <source>Put pictures into each. A few dozen per class are a start, a few hundred are good.</source>
        <translation>それぞれに画像を入れます。1クラスにつき数十枚から始められ、数百枚あれば十分です。</translation>
    </message>
    <message>
        <source>Put some into the train folder, or take the class out of the other folders.</source>
        <translation>trainフォルダに画像を入れるか、ほかのフォルダからこのクラスを外してください。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>ReLU keeps what is above zero and turns the rest into zero: only what was found goes on.</source>
        <translation>ReLUは、0より大きい値はそのまま、ほかは0にします。見つけたものだけが先へ進みます。</translation>
    </message>
    <message>
        <source>Reading the file is not allowed.</source>
        <translation>このファイルを読む権限がありません。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近開いたフォルダ</translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation>スケーリング</translation>
    </message>
    <message>
        <source>Rescaling brings pixels from 0–255 to about 0–1, a range that is easier to learn with.</source>
        <translation>スケーリングは、0～255のピクセル値を、学習しやすい0～1ほどの範囲に変えます。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Run: {folder}</source>
        <translation>学習記録: {folder}</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>学習記録</translation>
    </message>
    <message>
        <source>Sample creatures</source>
        <translation>サンプルの生き物</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>2番目</translation>
    </message>
    <message>
        <source>See what every layer makes of this photo</source>
        <translation>この写真から各層が何を作るかを見ます</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Sets a random part of the values to 0 while training (25 % or 50 %), so that nothing relies on a single one. Off when it answers.</source>
        <translation>学習中、値の一部（25 % または 50 %）をランダムに0にして、1つの値に頼りすぎないようにします。答えるときは働きません。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>設定ファイル</translation>
    </message>
    <message>
        <source>Settings that a default answers</source>
        <translation>通常は変えなくてよい設定です</translation>
    </message>
    <message>
        <source>Several folders at once are no collection yet.</source>
        <translation>複数のフォルダをまとめて開くことはできません。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Share of right answers on pictures that are not learned from, after the last whole epoch.</source>
        <translation>直前のエポックの終わりに、学習に使わない画像で測った正解の割合です。</translation>
    </message>
    <message>
        <source>Show Nakami what to tell apart. Nothing leaves this computer.</source>
        <translation>見分けたいものをNakamiに見せます。データがこのパソコンの外に出ることはありません。</translation>
    </message>
    <message>
        <source>Show the network a picture</source>
        <translation>ネットワークに画像を見せましょう</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>表示する</translation>
    </message>
    <message>
        <source>Shows it in the system&apos;s file manager</source>
        <translation>システムのファイルマネージャーで開きます</translation>
    </message>
    <message>
        <source>Six kinds of creatures, 360 drawn pictures, ready in two seconds.</source>
        <translation>6種類の生き物を描いた360枚の画像が、2秒で用意できます。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>ソフトマックス（Softmax）</translation>
    </message>
    <message>
        <source>Softmax turns the scores into shares of 100 %: how much the network believes in each class.</source>
        <translation>ソフトマックスは、得点を合計 100 % の割合に変えます。ネットワークが各クラスをどれだけ信じているかを表します。</translation>
    </message>
    <message>
        <source>Something unforeseen happened: {error}</source>
        <translation>予期しないことが起きました：{error}</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>学習を始める</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Stay on this computer. Nothing is sent anywhere.</source>
        <translation>このパソコンの中だけで扱います。どこにも送信しません。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop after this batch; asks first (Esc)</source>
        <translation>このバッチの後で停止します。先に確認します (Esc)</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止して閉じる</translation>
    </message>
    <message>
        <source>Stop it, or wait until it has ended, then open other pictures.</source>
        <translation>停止するか終わるまで待ってから、別の画像を開いてください。</translation>
    </message>
    <message>
        <source>Stop the training and close?</source>
        <translation>学習を停止して閉じますか？</translation>
    </message>
    <message>
        <source>Stop the training?</source>
        <translation>学習を停止しますか？</translation>
    </message>
    <message>
        <source>Stop training</source>
        <translation>学習を停止</translation>
    </message>
    <message>
        <source>Stop; asks first</source>
        <translation>停止（確認あり）</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>TensorFlow stopped the training: {reason}</source>
        <translation>TensorFlowが学習を停止しました：{reason}</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Test Accuracy: {accuracy}</source>
        <translation>Test Accuracy: {accuracy}</translation>
    </message>
    <message>
        <source>Test Loss: {loss}</source>
        <translation>Test Loss: {loss}</translation>
    </message>
    <message>
        <source>The activation function that makes every negative number 0 and leaves the others.</source>
        <translation>負の数を0にし、それ以外はそのまま通す活性化関数です。</translation>
    </message>
    <message>
        <source>The bars show how the network shares 100 % out among the classes. The longest is its answer.</source>
        <translation>棒は、ネットワークが 100 % を各クラスにどう割り振ったかを示します。最も長い棒が答えです。</translation>
    </message>
    <message>
        <source>The best epoch is the one with the lowest validation loss. Its network is the one that is kept for answers and tested.</source>
        <translation>最良のエポックは、検証損失が最も低いエポックです。そのときのネットワークが保存され、回答とテストに使われます。</translation>
    </message>
    <message>
        <source>The cache holds decoded pixels and may be deleted: it is filled again from your pictures.</source>
        <translation>キャッシュには展開済みのピクセルが入っています。削除しても、元の画像から作り直されます。</translation>
    </message>
    <message>
        <source>The class “{name}” has no training pictures, only others.</source>
        <translation>クラス「{name}」には学習用の画像がなく、検証用やテスト用しかありません。</translation>
    </message>
    <message>
        <source>The creatures cannot be written to {folder}.</source>
        <translation>生き物の画像を{folder}に書き込めません。</translation>
    </message>
    <message>
        <source>The decoded pictures cannot be kept in {folder}.</source>
        <translation>展開した画像を{folder}に保存できません。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>ディスクがいっぱいです。空き容量を増やしてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>The disk is read-only. Choose another place with NAKAMI_HOME.</source>
        <translation>ディスクが読み取り専用です。NAKAMI_HOMEで別の場所を指定してください。</translation>
    </message>
    <message>
        <source>The environment variable NAKAMI_HOME moves all of it into one folder.</source>
        <translation>環境変数NAKAMI_HOMEで、すべてを1つのフォルダにまとめられます。</translation>
    </message>
    <message>
        <source>The epoch with the lowest validation loss. Its network is kept.</source>
        <translation>検証損失が最も低いエポックです。そのときのネットワークを保存します。</translation>
    </message>
    <message>
        <source>The few pictures that are looked at before the network is adjusted once: 32 by default.</source>
        <translation>ネットワークを1回調整するまでに見る、ひとまとまりの画像です。初期値は32枚です。</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>ファイルを読めません：{reason}。</translation>
    </message>
    <message>
        <source>The file has {size}: more than the {limit} that Nakami reads.</source>
        <translation>ファイルの大きさが{size}あります。Nakamiが読めるのは{limit}までです。</translation>
    </message>
    <message>
        <source>The file holds a HEIC photo, a kind that Nakami does not read.</source>
        <translation>中身はHEICの写真です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file holds a JPEG XL picture, a kind that Nakami does not read.</source>
        <translation>中身はJPEG XLの画像です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file holds a WMF drawing, a kind that Nakami does not read.</source>
        <translation>中身はWMFの図です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file holds an EMF drawing, a kind that Nakami does not read.</source>
        <translation>中身はEMFの図です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file holds an EPS drawing, a kind that Nakami does not read.</source>
        <translation>中身はEPSの図です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file holds an SVG drawing, a kind that Nakami does not read.</source>
        <translation>中身はSVGの図です。Nakamiはこの形式に対応していません。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>The file is not there: it was moved, or a link leads nowhere.</source>
        <translation>ファイルがありません。移動されたか、リンク先が存在しません。</translation>
    </message>
    <message>
        <source>The file&apos;s name is none that the system takes.</source>
        <translation>システムで扱えないファイル名です。</translation>
    </message>
    <message>
        <source>The first look comes with the first epoch…</source>
        <translation>最初のエポックとともに表示されます…</translation>
    </message>
    <message>
        <source>The first step: pixels from 0 to 255 are divided by 256, so that the numbers are below 1.</source>
        <translation>最初の処理です。0から255のピクセル値を256で割り、1より小さい数にします。</translation>
    </message>
    <message>
        <source>The folder is gone. Was it moved, or its disk removed?</source>
        <translation>フォルダがなくなりました。移動したか、ディスクを取り外しましたか？</translation>
    </message>
    <message>
        <source>The folder of a training on this computer</source>
        <translation>このパソコンで行った学習のフォルダ</translation>
    </message>
    <message>
        <source>The folder {folder} is not empty.</source>
        <translation>フォルダ{folder}は空ではありません。</translation>
    </message>
    <message>
        <source>The folder “{folder}” is gone.</source>
        <translation>フォルダ「{folder}」がなくなりました。</translation>
    </message>
    <message>
        <source>The folder “{name}” holds no pictures</source>
        <translation>フォルダ「{name}」に画像がありません</translation>
    </message>
    <message>
        <source>The image size must be {smallest} to {largest} pixels for this network, not {received}.</source>
        <translation>このネットワークの画像サイズは{smallest}から{largest}ピクセルまでです（指定は{received}）。</translation>
    </message>
    <message>
        <source>The last check, once, on pictures that played no part in learning or in choosing: how well it does on new photos.</source>
        <translation>学習にも選択にも使わなかった画像で、最後に一度だけ行う確認です。新しい写真での実力がわかります。</translation>
    </message>
    <message>
        <source>The last layer, softmax, turns the numbers into shares that add up to 100 %: the answer.</source>
        <translation>最後の層のソフトマックスが、数を合計 100 % の割合に変えます。これが答えです。</translation>
    </message>
    <message>
        <source>The learning rate must be above 0, not {value}.</source>
        <translation>学習率は0より大きい値にしてください（指定値：{value}）。</translation>
    </message>
    <message>
        <source>The network after epoch {epoch} is kept. Train again when the folder is back.</source>
        <translation>エポック{epoch}終了時のネットワークは保存されています。フォルダが元に戻ってから、もう一度学習してください。</translation>
    </message>
    <message>
        <source>The network does not know the class “{name}” of this folder.</source>
        <translation>ネットワークは、このフォルダのクラス「{name}」を知りません。</translation>
    </message>
    <message>
        <source>The network is fairly sure.</source>
        <translation>ネットワークはかなり自信があります。</translation>
    </message>
    <message>
        <source>The network is looking at your picture.</source>
        <translation>ネットワークが画像を見ています。</translation>
    </message>
    <message>
        <source>The network is sure.</source>
        <translation>ネットワークは自信があります。</translation>
    </message>
    <message>
        <source>The network learns from these.</source>
        <translation>ネットワークはこれらの画像から学びます。</translation>
    </message>
    <message>
        <source>The network of the last whole epoch is kept, and that of the best. A stopped training cannot go on.</source>
        <translation>最後に終わったエポックと最良のエポックのネットワークは残ります。停止した学習は再開できません。</translation>
    </message>
    <message>
        <source>The one file in “{folder}” cannot be used. {reason}</source>
        <translation>「{folder}」にある唯一のファイルが使えません。{reason}</translation>
    </message>
    <message>
        <source>The picture claims more than the {limit} megapixels that Nakami reads.</source>
        <translation>画像が大きすぎます。Nakamiが読めるのは{limit}メガピクセルまでです。</translation>
    </message>
    <message>
        <source>The picture claims {width:,} × {height:,} pixels: more than the {limit} megapixels that Nakami reads.</source>
        <translation>画像の大きさが{width:,} × {height:,}ピクセルあります。Nakamiが読めるのは{limit}メガピクセルまでです。</translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation>画像にピクセルがありません。</translation>
    </message>
    <message>
        <source>The picture is cut off: the file ends too early.</source>
        <translation>画像が途中で切れています。ファイルが早く終わりすぎています。</translation>
    </message>
    <message>
        <source>The picture is damaged: it begins like {kind}, but cannot be decoded.</source>
        <translation>画像が壊れています。先頭は{kind}のようですが、展開できません。</translation>
    </message>
    <message>
        <source>The picture is damaged: its data cannot be decoded.</source>
        <translation>画像が壊れています。データを展開できません。</translation>
    </message>
    <message>
        <source>The picture is damaged: its {kind} data cannot be decoded.</source>
        <translation>画像が壊れています。{kind}のデータを展開できません。</translation>
    </message>
    <message>
        <source>The picture needs more memory than there is free.</source>
        <translation>画像を開くためのメモリが足りません。</translation>
    </message>
    <message>
        <source>The program goes on. Please report the details.</source>
        <translation>プログラムは引き続き使えます。詳細をご報告ください。</translation>
    </message>
    <message>
        <source>The run cannot be saved in {folder}.</source>
        <translation>学習記録を{folder}に保存できません。</translation>
    </message>
    <message>
        <source>The run needs {needed} on the disk, and {free} are free.</source>
        <translation>この学習にはディスクに{needed}必要ですが、空きは{free}です。</translation>
    </message>
    <message>
        <source>The run “{folder}” holds no network: best.keras and last.keras are not there.</source>
        <translation>学習記録「{folder}」にはネットワークがありません（best.kerasとlast.kerasが見つかりません）。</translation>
    </message>
    <message>
        <source>The run&apos;s folder {folder} cannot be made.</source>
        <translation>学習記録のフォルダ{folder}を作れません。</translation>
    </message>
    <message>
        <source>The run&apos;s results were not saved. Epoch {saved} is safe.</source>
        <translation>学習の結果を保存できませんでした。エポック{saved}までは無事です。</translation>
    </message>
    <message>
        <source>The run.json in “{folder}” cannot be read: it is damaged.</source>
        <translation>「{folder}」のrun.jsonは壊れているため読み込めません。</translation>
    </message>
    <message>
        <source>The share of pictures whose first answer is right.</source>
        <translation>最初の答えが正しかった画像の割合です。</translation>
    </message>
    <message>
        <source>The shares of training, validation and test must be parts of 1 with some training, not {parts}.</source>
        <translation>学習・検証・テストの割合は、合計が1で、学習が0より大きくなるようにしてください（指定値：{parts}）。</translation>
    </message>
    <message>
        <source>The split of the run “{name}” cannot be read: {reason}.</source>
        <translation>学習記録「{name}」の分割を読めません：{reason}。</translation>
    </message>
    <message>
        <source>The subfolder’s name becomes the class.</source>
        <translation>サブフォルダの名前がクラス名になります。</translation>
    </message>
    <message>
        <source>The system could not open {folder}.</source>
        <translation>システムが{folder}を開けませんでした。</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>システムからのメッセージ：{reason}。</translation>
    </message>
    <message>
        <source>The training ended with an error, explained on its page.</source>
        <translation>学習がエラーで終わりました。学習のページに説明があります。</translation>
    </message>
    <message>
        <source>The training is still running.</source>
        <translation>まだ学習中です。</translation>
    </message>
    <message>
        <source>The tutorial uses 100.</source>
        <translation>チュートリアルでは100です。</translation>
    </message>
    <message>
        <source>The {name} must be from {low:,} to {high:,}, not {value:,}.</source>
        <translation>{name}は{low:,}から{high:,}までです（指定は{value:,}）。</translation>
    </message>
    <message>
        <source>Then every layer shows what it makes of your picture, and moves while it learns.</source>
        <translation>各層が画像から何を作るかが見られ、学習中はその様子が動きます。</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>フォルダ「{folder}」がありません。</translation>
    </message>
    <message>
        <source>There is no model “{path}”.</source>
        <translation>モデル「{path}」がありません。</translation>
    </message>
    <message>
        <source>There is no network to ask yet.</source>
        <translation>答えるネットワークがまだありません。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>クリップボードに画像がありません。</translation>
    </message>
    <message>
        <source>They are no classes, and are left out: {names}.</source>
        <translation>クラスにはならないので、除外しています：{names}。</translation>
    </message>
    <message>
        <source>This computer&apos;s processor lacks AVX, which TensorFlow needs.</source>
        <translation>このパソコンのプロセッサには、TensorFlowに必要なAVXがありません。</translation>
    </message>
    <message>
        <source>This folder cannot be listed: {reason}.</source>
        <translation>このフォルダの一覧を取得できません：{reason}。</translation>
    </message>
    <message>
        <source>Ties every number to every node, each tie with its own weight.</source>
        <translation>すべての数をすべてのノードにつなぎます。つながりの1つ1つが、それぞれの重みを持ちます。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Train a CNN on your own pictures. Without arguments: the window.</source>
        <translation>自分の画像でCNNを学習します。引数がなければウィンドウを開きます。</translation>
    </message>
    <message>
        <source>Train a network first, or open a model or an earlier run.</source>
        <translation>まずネットワークを学習させるか、モデルまたは以前の学習を開きます。</translation>
    </message>
    <message>
        <source>Train a network, open a model, or double-click an earlier run on the Training page.</source>
        <translation>ネットワークを学習させるか、モデルを開くか、学習のページで以前の学習をダブルクリックします。</translation>
    </message>
    <message>
        <source>Train a network, or drop a model file here.</source>
        <translation>ネットワークを学習させるか、モデルのファイルをここにドロップしてください。</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>もう一度学習する</translation>
    </message>
    <message>
        <source>Train again, or open another run.</source>
        <translation>もう一度学習するか、別の学習記録を開いてください。</translation>
    </message>
    <message>
        <source>Train one, or open a model or an earlier run.</source>
        <translation>ネットワークを学習させるか、モデルまたは以前の学習を開いてください。</translation>
    </message>
    <message>
        <source>Train the tutorial network on these pictures</source>
        <translation>これらの画像で、チュートリアルのネットワークを学習します</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Training pictures per second</source>
        <translation>1秒あたりに学習する画像の枚数</translation>
    </message>
    <message>
        <source>Training ran out of memory.</source>
        <translation>学習中にメモリが足りなくなりました。</translation>
    </message>
    <message>
        <source>Try a smaller batch size or a smaller image size.</source>
        <translation>バッチサイズか画像サイズを小さくしてみてください。</translation>
    </message>
    <message>
        <source>Try the sample creatures</source>
        <translation>サンプルの生き物を試す</translation>
    </message>
    <message>
        <source>Turns the last numbers into shares that add up to 100 %.</source>
        <translation>最後の数を、合計 100 % の割合に変えます。</translation>
    </message>
    <message>
        <source>Use a computer with a processor from 2011 or later.</source>
        <translation>2011年以降のプロセッサを搭載したパソコンを使ってください。</translation>
    </message>
    <message>
        <source>Val acc</source>
        <translation>検証正解率</translation>
    </message>
    <message>
        <source>Val loss</source>
        <translation>検証損失</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>検証正解率</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Waiting for the answer.</source>
        <translation>答えを待っています。</translation>
    </message>
    <message>
        <source>Waiting for the first weights of the training.</source>
        <translation>学習の最初の重みを待っています。</translation>
    </message>
    <message>
        <source>Walk along the layers from left to right: each takes what the one before it made.</source>
        <translation>層を左から右へたどります。どの層も、1つ前の層が作ったものを受け取ります。</translation>
    </message>
    <message>
        <source>Was it moved, or its disk removed? Open it again when it is back.</source>
        <translation>移動したか、ディスクを取り外しましたか？ 元に戻ってから、もう一度開いてください。</translation>
    </message>
    <message>
        <source>Watch both curves. Training loss falls almost always; what counts is whether validation loss falls with it.</source>
        <translation>2本の曲線を見ます。学習損失はたいてい下がります。大切なのは、検証損失も一緒に下がるかどうかです。</translation>
    </message>
    <message>
        <source>Weights, their gradients and Adam&apos;s two averages, and what one batch leaves in every layer.</source>
        <translation>重みとその勾配、Adamの2つの平均、そして1バッチ分の各層の値です。</translation>
    </message>
    <message>
        <source>What a layer answers to a picture. Also the function that a layer&apos;s numbers go through.</source>
        <translation>画像に対する層の反応（値）です。層の数が通る関数は活性化関数と呼びます。</translation>
    </message>
    <message>
        <source>What every layer makes of your picture</source>
        <translation>各層が画像から作るもの</translation>
    </message>
    <message>
        <source>What every layer of the best epoch makes of a picture</source>
        <translation>最良のエポックの各層が、画像から何を作るかを見ます</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>必要な資源</translation>
    </message>
    <message>
        <source>Where chance begins: the same seed gives the same split, order and first weights.</source>
        <translation>乱数の出発点です。シードが同じなら、分割、順番、最初の重みも同じになります。</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>保存場所</translation>
    </message>
    <message>
        <source>While an epoch is saved. The run keeps half of it.</source>
        <translation>エポックを保存するときに必要な量です。その半分が学習記録として残ります。</translation>
    </message>
    <message>
        <source>Words of the field</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Writing there is not allowed. Check the folder&apos;s permissions.</source>
        <translation>書き込みが許可されていません。フォルダのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>あなたの画像</translation>
    </message>
    <message>
        <source>Your share of the disk is used up. Free some space, then try again.</source>
        <translation>ディスクの割り当てを使い切りました。空き容量を増やしてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>a new folder to keep the run in</source>
        <translation>学習記録を保存する新しいフォルダ</translation>
    </message>
    <message>
        <source>a whole number of at least 1 is needed, not “{value}”</source>
        <translation>1以上の整数を指定してください（指定値：「{value}」）</translation>
    </message>
    <message>
        <source>acc</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>animals</source>
        <translation>animals</translation>
    </message>
    <message>
        <source>as its folder says</source>
        <translation>フォルダの名前どおり</translation>
    </message>
    <message>
        <source>average pooling</source>
        <translation>平均プーリング</translation>
    </message>
    <message>
        <source>batch normalization</source>
        <translation>バッチ正規化</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>before the first epoch was over; the network is kept as it was</source>
        <translation>最初のエポックが終わる前に停止しました。ネットワークはそのときの状態で残っています</translation>
    </message>
    <message>
        <source>best: epoch {epoch}, {value}</source>
        <translation>最良：エポック{epoch}、{value}</translation>
    </message>
    <message>
        <source>building the network</source>
        <translation>ネットワークを組み立てています</translation>
    </message>
    <message>
        <source>channel {channel} chosen, values from {low} to {high}</source>
        <translation>チャンネル{channel}を選択中、値は{low}から{high}</translation>
    </message>
    <message>
        <source>channel {channel}, row {row}, column {column}: {value}</source>
        <translation>チャンネル{channel}、{row}行{column}列：{value}</translation>
    </message>
    <message>
        <source>channel {channel}: values from {low} to {high}</source>
        <translation>チャンネル{channel}：値は{low}から{high}</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>確認しています</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>畳み込み</translation>
    </message>
    <message>
        <source>count a folder&apos;s pictures and name the files that cannot be used</source>
        <translation>フォルダの画像を数え、使えないファイルを挙げる</translation>
    </message>
    <message>
        <source>decoded pixels; may be deleted at any time</source>
        <translation>展開済みのピクセル。いつでも削除できます</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全結合</translation>
    </message>
    <message>
        <source>drawing creatures</source>
        <translation>生き物を描いています</translation>
    </message>
    <message>
        <source>drawn by Nakami</source>
        <translation>Nakamiが描きました</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>ドロップアウト</translation>
    </message>
    <message>
        <source>epoch {epoch}  loss {loss:.3f}  acc {accuracy}</source>
        <translation>エポック{epoch}  損失 {loss:.3f}  正解率 {accuracy}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>エポック {epoch} / {epochs}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}: training {training}, validation {validation}</source>
        <translation>エポック {epoch} / {epochs}：学習 {training}、検証 {validation}</translation>
    </message>
    <message>
        <source>epoch {epoch}: loss {loss}, accuracy {accuracy}, val_loss {val_loss}, val_accuracy {val_accuracy}</source>
        <translation>エポック{epoch}: 損失 {loss}、正解率 {accuracy}、検証損失 {val_loss}、検証正解率 {val_accuracy}</translation>
    </message>
    <message>
        <source>epoch {epoch}: {accuracy}</source>
        <translation>エポック{epoch}：{accuracy}</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>やや確信</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>finishing this batch, keeping epoch {epoch}</source>
        <translation>このバッチを終えて、エポック{epoch}を保存します</translation>
    </message>
    <message>
        <source>finishing this step</source>
        <translation>この処理を終えています</translation>
    </message>
    <message>
        <source>flatten</source>
        <translation>平坦化</translation>
    </message>
    <message>
        <source>global average pooling</source>
        <translation>グローバル平均プーリング</translation>
    </message>
    <message>
        <source>global max pooling</source>
        <translation>グローバル最大プーリング</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>how many classes to list</source>
        <translation>表示するクラスの数</translation>
    </message>
    <message>
        <source>image size</source>
        <translation>画像サイズ</translation>
    </message>
    <message>
        <source>in folder: {name}</source>
        <translation>フォルダ：{name}</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>it answers {outputs} classes, run.json names {names}</source>
        <translation>出力は{outputs}クラスなのに、run.jsonには{names}個の名前があります</translation>
    </message>
    <message>
        <source>it does not answer with one number per class but {shape}</source>
        <translation>出力がクラスごとに1つの数ではなく、{shape}です</translation>
    </message>
    <message>
        <source>it does not take square RGB pictures but {shape}</source>
        <translation>入力が正方形のRGB画像ではなく、{shape}です</translation>
    </message>
    <message>
        <source>it is none, or only a part of one</source>
        <translation>モデルファイルではないか、途中で切れています</translation>
    </message>
    <message>
        <source>it needs more memory than there is</source>
        <translation>メモリが足りません</translation>
    </message>
    <message>
        <source>it takes pictures of {size:,} pixels a side, more than {most:,}</source>
        <translation>入力画像の1辺が{size:,}ピクセルで、上限の{most:,}を超えています</translation>
    </message>
    <message>
        <source>largest of {count}, from {low} to {high}</source>
        <translation>{count}個のうち大きいもの、{low}〜{high}</translation>
    </message>
    <message>
        <source>layer {place} of {layers}: {name}</source>
        <translation>層 {place} / {layers}：{name}</translation>
    </message>
    <message>
        <source>left out: {file}: {reason}</source>
        <translation>除外: {file}: {reason}</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>loss and acc are running values of this epoch; val acc is that of the last whole epoch.</source>
        <translation>損失と正解率は、このエポックの途中の値です。検証正解率は、直前に終わったエポックの値です。</translation>
    </message>
    <message>
        <source>loss, accuracy and confusion matrix on test pictures</source>
        <translation>テスト画像での損失、正解率、混同行列</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>max pooling</source>
        <translation>最大プーリング</translation>
    </message>
    <message>
        <source>nakami: stopped.</source>
        <translation>nakami: 停止しました。</translation>
    </message>
    <message>
        <source>name what is on photos</source>
        <translation>写真に写っているものを答える</translation>
    </message>
    <message>
        <source>networks, curves and settings of every training</source>
        <translation>すべての学習のネットワーク、曲線、設定</translation>
    </message>
    <message>
        <source>no epoch finished yet</source>
        <translation>まだ終わったエポックがありません</translation>
    </message>
    <message>
        <source>no values that are numbers</source>
        <translation>数値がありません</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未実行</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>確信なし</translation>
    </message>
    <message>
        <source>number of epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>of {epochs}</source>
        <translation>/ {epochs}</translation>
    </message>
    <message>
        <source>reading pictures</source>
        <translation>画像を読み込んでいます</translation>
    </message>
    <message>
        <source>rescaling</source>
        <translation>スケーリング</translation>
    </message>
    <message>
        <source>results as JSON, for programs</source>
        <translation>結果をJSONで出力（プログラム用）</translation>
    </message>
    <message>
        <source>row {row}, column {column}, channel {channel}: {value}</source>
        <translation>{row}行{column}列、チャンネル{channel}：{value}</translation>
    </message>
    <message>
        <source>run from source</source>
        <translation>ソースから実行</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>ソフトマックス</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>開始しています</translation>
    </message>
    <message>
        <source>starting TensorFlow</source>
        <translation>TensorFlowを起動しています</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>確信あり</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>テストしています</translation>
    </message>
    <message>
        <source>testing the best epoch</source>
        <translation>最良のエポックをテストしています</translation>
    </message>
    <message>
        <source>then stopped</source>
        <translation>そこで停止</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>train on a folder of class folders (default: the sample creatures)</source>
        <translation>クラス別フォルダで学習する（省略時はサンプルの生き物）</translation>
    </message>
    <message>
        <source>training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>val acc</source>
        <translation>検証正解率</translation>
    </message>
    <message>
        <source>val loss {loss}</source>
        <translation>検証損失 {loss}</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>value {index:,}: {value}</source>
        <translation>値{index:,}：{value}</translation>
    </message>
    <message>
        <source>values from {low} to {high}</source>
        <translation>値は{low}から{high}</translation>
    </message>
    <message>
        <source>values from {low} to {high}, others are no numbers</source>
        <translation>値は{low}から{high}、ほかは数値ではありません</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>what the window remembers</source>
        <translation>ウィンドウが覚えている設定</translation>
    </message>
    <message>
        <source>while training</source>
        <translation>学習中は変更不可</translation>
    </message>
    <message>
        <source>write the sample creatures into a folder</source>
        <translation>サンプルの生き物をフォルダに書き出す</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>{channels} channels of {height} × {width}</source>
        <translation>{height} × {width}のチャンネルが{channels}枚</translation>
    </message>
    <message>
        <source>{classes} classes, {pictures:,} pictures</source>
        <translation>{classes}クラス、画像{pictures:,}枚</translation>
    </message>
    <message>
        <source>{classes} classes, {pictures}</source>
        <translation>{classes}クラス、{pictures}</translation>
    </message>
    <message>
        <source>{count:,} checked</source>
        <translation>{count:,}枚を確認済み</translation>
    </message>
    <message>
        <source>{count:,} could not be read</source>
        <translation>{count:,}枚は読み取れませんでした</translation>
    </message>
    <message>
        <source>{count:,} done</source>
        <translation>{count:,}枚完了</translation>
    </message>
    <message>
        <source>{count:,} files are left out</source>
        <translation>{count:,}個のファイルを除外しています</translation>
    </message>
    <message>
        <source>{count:,} numbers</source>
        <translation>数が{count:,}個</translation>
    </message>
    <message>
        <source>{count:,} numbers, one for each class</source>
        <translation>数が{count:,}個（クラスごとに1個）</translation>
    </message>
    <message>
        <source>{count:,} photos</source>
        <translation>写真{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures</source>
        <translation>画像{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures of {height} × {width}</source>
        <translation>{height} × {width}の画像が{count:,}枚</translation>
    </message>
    <message>
        <source>{count:,} pictures of {height} × {width}, one from each filter</source>
        <translation>{height} × {width}の画像が{count:,}枚（フィルタごとに1枚）</translation>
    </message>
    <message>
        <source>{count:,} shares, together 100 %</source>
        <translation>割合が{count:,}個、合計 100 %</translation>
    </message>
    <message>
        <source>{count} classes have fewer than 3 pictures</source>
        <translation>画像が3枚に満たないクラスが{count}個あります</translation>
    </message>
    <message>
        <source>{count} folders hold no pictures</source>
        <translation>{count}個のフォルダに画像がありません</translation>
    </message>
    <message>
        <source>{count} more classes share {rest}.</source>
        <translation>残り{count}クラスの合計は{rest}です。</translation>
    </message>
    <message>
        <source>{count} pictures/s</source>
        <translation>{count} 枚/秒</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count}個の値</translation>
    </message>
    <message>
        <source>{done:,} of {total:,} photos answered</source>
        <translation>写真{total:,}枚のうち{done:,}枚完了</translation>
    </message>
    <message>
        <source>{epochs} epochs in {time}, best epoch {best} kept</source>
        <translation>{time}で{epochs}エポック学習し、最良のエポック{best}を保存しました</translation>
    </message>
    <message>
        <source>{epochs} epochs, batch {batch}, {size} px</source>
        <translation>{epochs}エポック、バッチ{batch}、{size} px</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}：{reason}</translation>
    </message>
    <message>
        <source>{folder}
{settings}
Double-click or Enter: look inside this run&apos;s best epoch</source>
        <translation>{folder}
{settings}
ダブルクリックまたはEnter：この学習の最良のエポックの中身を見る</translation>
    </message>
    <message>
        <source>{layers} layers</source>
        <translation>{layers}層</translation>
    </message>
    <message>
        <source>{name} after epoch {epoch}</source>
        <translation>{name}、エポック{epoch}終了時</translation>
    </message>
    <message>
        <source>{name} in its first epoch</source>
        <translation>{name}、最初のエポック</translation>
    </message>
    <message>
        <source>{name}, best epoch</source>
        <translation>{name}、最良のエポック</translation>
    </message>
    <message>
        <source>{name}, tutorial network</source>
        <translation>{name}、チュートリアルのネットワーク</translation>
    </message>
    <message>
        <source>{name}: no pictures, left out</source>
        <translation>{name}: 画像がないため除外</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>{result}; test accuracy {share}</source>
        <translation>{result}（テスト正解率{share}）</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s an epoch</source>
        <translation>1エポック {seconds} 秒</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>確信度 {share}</translation>
    </message>
    <message>
        <source>{speed:.1f} pictures/s, {duration} in all</source>
        <translation>{speed:.1f} 枚/秒、合計 {duration}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>残り {time}</translation>
    </message>
    <message>
        <source>{training} / {validation} / {test} of every class, shuffled with seed {seed}.</source>
        <translation>各クラスを {training} / {validation} / {test} に分けます（シード{seed}でシャッフル）。</translation>
    </message>
    <message>
        <source>{training} training, {validation} validation, {test} test pictures</source>
        <translation>学習用{training}枚、検証用{validation}枚、テスト用{test}枚</translation>
    </message>
    <message>
        <source>{what}, {done:,} of {total:,}</source>
        <translation>{what}、{done:,} / {total:,}</translation>
    </message>
    <message>
        <source>“System” follows the computer, by day and by night.</source>
        <translation>「システム」を選ぶと、パソコンの設定に合わせて切り替わります。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be listed: {reason}.</source>
        <translation>「{folder}」の一覧を読めません：{reason}。</translation>
    </message>
    <message>
        <source>“{folder}” holds no pictures in subfolders.</source>
        <translation>「{folder}」のサブフォルダに画像がありません。</translation>
    </message>
    <message>
        <source>“{folder}” holds one class with pictures (“{name}”), and telling apart takes at least two.</source>
        <translation>「{folder}」には画像の入ったクラスが1つ（「{name}」）しかありません。見分けるには2つ以上必要です。</translation>
    </message>
    <message>
        <source>“{folder}” is not a training run: it holds no run.json.</source>
        <translation>「{folder}」は学習記録ではありません。run.jsonがありません。</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened as a model: {reason}.</source>
        <translation>「{name}」をモデルとして開けません：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” cannot be shown. {reason}</source>
        <translation>「{name}」を表示できません。{reason}</translation>
    </message>
    <message>
        <source>“{name}” has fewer than 3 pictures</source>
        <translation>「{name}」の画像は3枚に満たない数です</translation>
    </message>
    <message>
        <source>“{name}” is a file, not a folder of pictures.</source>
        <translation>「{name}」はファイルで、画像のフォルダではありません。</translation>
    </message>
    <message>
        <source>“{name}” is a model without a run, so it has no test pictures of its own.</source>
        <translation>「{name}」は学習記録のないモデルなので、専用のテスト画像がありません。</translation>
    </message>
    <message>
        <source>“{name}” is not a model file.</source>
        <translation>「{name}」はモデルのファイルではありません。</translation>
    </message>
</context>
</TS>
